package org.petitiondesk;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The desk in a process of its own, as an operator would start it; for what only a real process can show. */
public final class DeskProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final URI address;
  private final Path log;

  private DeskProcess(Process process, URI address, Path data) {
    this.process = process;
    this.address = address;
    this.log = log(data);
  }

  /** A server under the demo profile without demo cases, ready to answer. Its log is {@code desk.log} in the folder. */
  public static DeskProcess serve(Path data, String... more) throws IOException, InterruptedException {
    var port = freePort();
    var arguments = new ArrayList<>(List.of("--server.port=" + port, "--server.address=127.0.0.1",
        "--petition-desk.data=" + data, "--spring.profiles.active=demo", "--petition-desk.demo.cases=0"));
    arguments.addAll(List.of(more));
    var desk = new DeskProcess(launch(data, arguments), URI.create("http://127.0.0.1:" + port), data);
    desk.awaitReady();
    return desk;
  }

  /** An operator command on the same data; returns its exit code. */
  public static int command(Path data, String... words) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of(words));
    arguments.add("--petition-desk.data=" + data);
    var process = launch(data, arguments);
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The command did not end: " + String.join(" ", words));
    }
    return process.exitValue();
  }

  public URI address() {
    return address;
  }

  /** As {@code kill -9} does: no shutdown hook runs. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    var client = HttpClient.newHttpClient();
    var health = HttpRequest.newBuilder(address.resolve("/actuator/health")).build();
    var until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The desk ended with " + process.exitValue() + " before it was ready: "
            + lastWords());
      }
      try {
        if (client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // Nobody listens on the port yet.
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    close();
    throw new IllegalStateException("The desk was not ready within " + PATIENCE);
  }

  private static Process launch(Path data, List<String> arguments) throws IOException {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx700m", "-Dfile.encoding=UTF-8", "-cp", classPath(), "org.petitiondesk.PetitionDesk"));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile())).start();
  }

  /** Surefire starts its JVM from a jar that only names the class path; the whole of it is in a property. */
  private static String classPath() {
    var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(path.split(File.pathSeparator)).distinct().collect(Collectors.joining(File.pathSeparator));
  }

  private static Path log(Path data) {
    return data.resolve("desk.log");
  }

  private String lastWords() throws IOException {
    var lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
