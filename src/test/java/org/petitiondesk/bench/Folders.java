package org.petitiondesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Temporary folders. */
final class Folders {

  private Folders() {}

  static void delete(Path folder) throws IOException {
    try (var content = Files.walk(folder)) {
      for (var path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
