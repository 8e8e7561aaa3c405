package org.petitiondesk.bench;

import java.nio.file.Files;
import java.util.Arrays;

/** From {@code java -jar} to ready on an empty folder; the median of three. */
class StartFreshBench implements Bench.Measurement {

  private static final int TIMES = 3;

  @Override
  public void run(String name) throws Exception {
    var seconds = new double[TIMES];
    for (var i = 0; i < TIMES; i++) {
      var folder = Files.createTempDirectory("petition-desk-bench");
      try (var desk = Jar.start(Jar.FILE, folder.resolve("data"))) {
        seconds[i] = desk.untilReady().toMillis() / 1000.0;
      } finally {
        Folders.delete(folder);
      }
    }
    Arrays.sort(seconds);
    Bench.print(name, seconds[TIMES / 2], "s");
  }
}
