package org.petitiondesk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** What designers drew: the files below {@code processes/}, without an engine. */
final class Models {

  static final Path FOLDER = Path.of("processes");

  private Models() {}

  /** A file of the folder or of the tests' own examples. */
  record Drawn(Path file) {

    String stem() {
      var name = file.getFileName().toString();
      return name.substring(0, name.lastIndexOf('.'));
    }

    /** Name of the folder, which is the name of the module that serves the model. */
    String module() {
      return file.getParent().getFileName().toString();
    }

    BpmnModelInstance bpmn() {
      return Bpmn.readModelFromFile(file.toFile());
    }

    DmnModelInstance dmn() {
      return Dmn.readModelFromFile(file.toFile());
    }

    /** The text as it stands there: the model interface hides what it does not know. */
    Document xml() {
      try {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(file.toFile());
      } catch (ParserConfigurationException | SAXException | IOException e) {
        throw new IllegalStateException(file.toString(), e);
      }
    }

    @Override
    public String toString() {
      return file.getFileName().toString();
    }
  }

  static List<Drawn> processes() {
    return files(".bpmn");
  }

  static List<Drawn> decisions() {
    return files(".dmn");
  }

  /** Element templates and starter diagrams for the designer are never deployed and lie in a folder of their own. */
  private static List<Drawn> files(String ending) {
    try (var all = Files.walk(FOLDER)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.startsWith(FOLDER.resolve("templates"))).sorted().map(Drawn::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
