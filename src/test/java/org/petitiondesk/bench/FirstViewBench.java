package org.petitiondesk.bench;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What a browser fetches before it has seen the log-in page for the first time, as it comes over the wire. */
class FirstViewBench implements Bench.Measurement {

  private static final Pattern LINK = Pattern.compile("<(?:script|link|img)[^>]+(?:src|href)=\"([^\"]+)\"");
  private static final Pattern IMPORT = Pattern.compile("(?:import|from)\\s*\"(\\.[^\"]+)\"");

  @Override
  public void run(String name) throws Exception {
    var folder = Files.createTempDirectory("petition-desk-bench");
    try (var desk = Jar.start(Jar.FILE, folder.resolve("data"))) {
      var page = fetch(desk, desk.at("/login"));
      var bytes = 0L;
      var seen = new LinkedHashSet<URI>();
      var links = LINK.matcher(text(page)).results().map(link -> desk.at("/login").resolve(link.group(1))).toList();
      for (var link : links) {
        bytes += withImports(desk, link, seen);
      }
      Bench.print(name + "-page", page.body().length / 1024.0, "KiB");
      Bench.print(name, bytes / 1024.0, "KiB");
    } finally {
      Folders.delete(folder);
    }
  }

  private long withImports(Jar desk, URI address, LinkedHashSet<URI> seen) throws Exception {
    if (!seen.add(address)) {
      return 0;
    }
    var asset = fetch(desk, address);
    var bytes = (long) asset.body().length;
    if (address.getPath().endsWith(".js")) {
      for (var more : IMPORT.matcher(text(asset)).results().map(found -> address.resolve(found.group(1))).toList()) {
        bytes += withImports(desk, more, seen);
      }
    }
    return bytes;
  }

  private static HttpResponse<byte[]> fetch(Jar desk, URI address) throws Exception {
    var response = desk.get(address, HttpResponse.BodyHandlers.ofByteArray(), "Accept-Encoding", "gzip");
    if (response.statusCode() != 200) {
      throw new IllegalStateException(address + " answers " + response.statusCode());
    }
    return response;
  }

  private static String text(HttpResponse<byte[]> response) throws Exception {
    var body = response.body();
    if (response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent()) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
    return new String(body, StandardCharsets.UTF_8);
  }
}
