package org.petitiondesk.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The delivered jar in a process of its own. */
final class Jar implements AutoCloseable {

  static final Path FILE = Path.of("target/petition-desk.jar");

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Process process;
  private final int port;
  private final Duration untilReady;

  private Jar(Process process, int port, Duration untilReady) {
    this.process = process;
    this.port = port;
    this.untilReady = untilReady;
  }

  /** Starts {@code java <options> -jar <jar>} and waits until it answers that it is up. */
  static Jar start(Path jar, Path data, String... options) throws Exception {
    var port = freePort();
    var log = data.resolveSibling(data.getFileName() + ".log");
    var begin = System.nanoTime();
    var process = new ProcessBuilder(command(jar, options, "--server.port=" + port, "--petition-desk.data=" + data))
        .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    while (!isUp(port)) {
      if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
        process.destroyForcibly();
        throw new IllegalStateException("The jar did not start:\n" + Files.readString(log));
      }
      Thread.sleep(10);
    }
    return new Jar(process, port, Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Runs java to its end. */
  static void run(Path jar, List<String> options, String... arguments) throws Exception {
    var process = new ProcessBuilder(command(jar, options.toArray(String[]::new), arguments)).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("Failed: " + options + " " + jar + " " + List.of(arguments));
    }
  }

  Duration untilReady() {
    return untilReady;
  }

  long pid() {
    return process.pid();
  }

  URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  <T> HttpResponse<T> get(URI uri, HttpResponse.BodyHandler<T> body, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), body);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }

  private static List<String> command(Path jar, String[] options, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-jar");
    command.add(jar.toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static boolean isUp(int port) throws InterruptedException {
    try {
      var health = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
          .timeout(Duration.ofSeconds(5)).build();
      return HTTP.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
