package org.petitiondesk.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that answers every recipient with the same words: for the refusals that a friendly one never gives. */
final class RudeMailServer implements AutoCloseable {

  private final ServerSocket server;
  private final String answer;

  RudeMailServer(String answer) {
    this.answer = answer;
    try {
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var thread = new Thread(this::serve, "rude-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (var client = server.accept()) {
        talk(client);
      } catch (IOException e) {
        // The other side hung up, or this one was closed.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    say(client, "220 rude");
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var word = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
      say(client, switch (word) {
        case "RCPT" -> answer;
        case "QUIT" -> "221 bye";
        default -> "250 ok";
      });
    }
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
