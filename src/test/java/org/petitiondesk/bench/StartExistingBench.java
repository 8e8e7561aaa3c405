package org.petitiondesk.bench;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/**
 * From {@code java -jar} to ready on an existing database, in the layout and with the class-data archive of the README;
 * the median of five.
 */
class StartExistingBench implements Bench.Measurement {

  private static final int TIMES = 5;

  @Override
  public void run(String name) throws Exception {
    var folder = Files.createTempDirectory("petition-desk-bench");
    try {
      var data = folder.resolve("data");
      Jar.run(Jar.FILE, List.of("-Djarmode=tools"), "extract", "--destination", folder.resolve("app").toString());
      var jar = folder.resolve("app/petition-desk.jar");
      var archive = folder.resolve("app/petition-desk.jsa");
      Jar.run(jar, List.of("-XX:ArchiveClassesAtExit=" + archive, "-Dspring.context.exit=onRefresh"),
          "--petition-desk.data=" + data, "--server.port=0");
      var seconds = new double[TIMES];
      for (var i = 0; i < TIMES; i++) {
        try (var desk = Jar.start(jar, data, "-XX:SharedArchiveFile=" + archive)) {
          seconds[i] = desk.untilReady().toMillis() / 1000.0;
        }
      }
      Arrays.sort(seconds);
      Bench.print(name, seconds[TIMES / 2], "s");
    } finally {
      Folders.delete(folder);
    }
  }
}
