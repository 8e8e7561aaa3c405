package org.petitiondesk.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of a model as it stands in the file, with its line. Reads no entity and nothing outside the file. */
public final class ModelNode {

  /** What no model that people can read comes near. */
  private static final int DEPTH = 60;
  private static final int NODES = 50_000;

  private final QName name;
  private final int line;
  private final ModelNode parent;
  private final Map<QName, String> attributes = new LinkedHashMap<>();
  private final List<ModelNode> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private ModelNode(QName name, int line, ModelNode parent) {
    this.name = name;
    this.line = line;
    this.parent = parent;
  }

  /**
   * @throws Unreadable when it is no well-formed XML, brings a document type, or is too large
   */
  public static ModelNode read(byte[] file) throws Unreadable {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return read(factory.createXMLStreamReader(new ByteArrayInputStream(file)));
    } catch (XMLStreamException e) {
      throw new Unreadable(ModelFinding.Reason.UNREADABLE, "XML",
          e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber()));
    }
  }

  private static ModelNode read(XMLStreamReader reader) throws XMLStreamException, Unreadable {
    ModelNode root = null;
    ModelNode open = null;
    var nodes = 0;
    var depth = 0;
    while (reader.hasNext()) {
      var line = reader.getLocation().getLineNumber();
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          open = new ModelNode(reader.getName(), line, open);
          for (var i = 0; i < reader.getAttributeCount(); i++) {
            open.attributes.put(reader.getAttributeName(i), reader.getAttributeValue(i));
          }
          if (open.parent != null) {
            open.parent.children.add(open);
          }
          root = root == null ? open : root;
          if (++depth > DEPTH || ++nodes > NODES) {
            throw new Unreadable(ModelFinding.Reason.TOO_LARGE, depth > DEPTH ? "depth" : "size", line);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          open = open.parent;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (open != null) {
            open.text.append(reader.getText());
          }
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Unreadable(
            ModelFinding.Reason.ELSEWHERE, "DOCTYPE", line);
        default -> {
          // Comments and processing instructions mean nothing to the engine.
        }
      }
    }
    return root;
  }

  public QName name() {
    return name;
  }

  public String local() {
    return name.getLocalPart();
  }

  public String namespace() {
    return name.getNamespaceURI();
  }

  public int line() {
    return line;
  }

  public Optional<ModelNode> parent() {
    return Optional.ofNullable(parent);
  }

  public List<ModelNode> children() {
    return children;
  }

  public Stream<ModelNode> children(String local) {
    return children.stream().filter(child -> child.local().equals(local));
  }

  public Map<QName, String> attributes() {
    return attributes;
  }

  /** An attribute without a namespace; empty when it is not there. */
  public String attribute(String local) {
    return attributes.getOrDefault(new QName(local), "");
  }

  /** An attribute of the engine's own; empty when it is not there. */
  public String ofEngine(String local) {
    return attributes.getOrDefault(new QName("http://camunda.org/schema/1.0/bpmn", local), "");
  }

  public String text() {
    return text.toString().strip();
  }

  /** This element and all below it, as they stand in the file. */
  public Stream<ModelNode> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(ModelNode::all));
  }

  public Stream<ModelNode> ancestors() {
    return Stream.iterate(parent, node -> node != null, node -> node.parent);
  }

  /** The id of this element or of the nearest around it that has one. */
  public String place() {
    return Stream.concat(Stream.of(this), ancestors()).map(node -> node.attribute("id")).filter(id -> !id.isEmpty())
        .findFirst().orElse(local());
  }

  /** It can not be read as a model; {@link #finding} says where. */
  public static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ModelFinding finding;

    Unreadable(ModelFinding.Reason reason, String construct, int line) {
      super(construct);
      finding = new ModelFinding(construct, reason, "file", line);
    }

    public ModelFinding finding() {
      return finding;
    }
  }
}
