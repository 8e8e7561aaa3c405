package org.petitiondesk.bench;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of the started jar that stands in RAM, after it has shown its first page. */
class ResidentBench implements Bench.Measurement {

  @Override
  public void run(String name) throws Exception {
    var folder = Files.createTempDirectory("petition-desk-bench");
    try (var desk = Jar.start(Jar.FILE, folder.resolve("data"))) {
      desk.get(desk.at("/login"), HttpResponse.BodyHandlers.discarding());
      Thread.sleep(5000);
      var kilobytes = Files.readAllLines(Path.of("/proc/" + desk.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", "")).findFirst()
          .map(Long::parseLong).orElseThrow();
      Bench.print(name, kilobytes / 1024.0, "MiB");
    } finally {
      Folders.delete(folder);
    }
  }
}
