package org.petitiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The module graph is the one that the design draws, and the code keeps to it. */
class ModularityTests {

  static final String[] NAMES = {"kernel", "web", "engine", "audit", "calendar", "people", "documents", "casefile",
      "intake", "petition", "escalation", "accountability", "dispute", "report", "matter", "notice", "inbox",
      "designer", "help",
      "demo",
      "command"};

  private static final ApplicationModules MODULES = ApplicationModules.of(PetitionDesk.class);

  /** Asserted by name: an import that found nothing would verify everything. */
  @Test
  void theModulesAreTheseAndNoOthers() {
    assertThat(MODULES.stream().map(module -> module.getIdentifier().toString())).containsExactlyInAnyOrder(NAMES);
  }

  @Test
  void everyModuleUsesOnlyWhatItMayUse() {
    MODULES.verify();
  }

  @Test
  void everyModuleSaysItsJobInItsPackage() throws IOException {
    for (var name : NAMES) {
      var text = Files.readString(Path.of("src/main/java/org/petitiondesk", name, "package-info.java"));
      assertThat(text).as(name).startsWith("/** ").contains("@ApplicationModule(");
    }
  }

  @Test
  void thePictureOfTheModulesIsDrawn() throws IOException {
    var folder = Path.of("target/modules");
    new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(folder.toString()))
        .writeModulesAsPlantUml().writeIndividualModulesAsPlantUml().writeModuleCanvases();

    assertThat(Files.readString(folder.resolve("components.puml"))).contains("Petition", "Inbox", "Engine");
  }
}
