package org.petitiondesk.petition.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditExport;
import org.petitiondesk.casefile.TimelineWords;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.FileNames;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.petition.PetitionContents;
import org.petitiondesk.web.Csv;
import org.petitiondesk.web.Show;
import org.springframework.stereotype.Component;

/**
 * A case file as a ZIP: the page to read, its documents and letters, the timeline for people and for programs, the audit
 * chain with everything needed to check it, and the hash of each file.
 */
@Component
class CaseExport {

  /** Longest part of a name that was handed in; some disks take no path beyond 255 characters. */
  private static final int NAME_LENGTH = 80;

  private final Documents documents;
  private final AuditExport chains;
  private final TimelineWords words;
  private final Show show;
  private final ObjectMapper json;

  CaseExport(Documents documents, AuditExport chains, TimelineWords words, Show show, ObjectMapper json) {
    this.documents = documents;
    this.chains = chains;
    this.words = words;
    this.show = show;
    this.json = json;
  }

  /** @param page the case file as a page that needs nothing but itself */
  void write(PetitionContents contents, String page, OutputStream out) throws IOException {
    try (var zip = new HashedZip(out)) {
      zip.add("index.html", utf8(page));
      for (var i = 0; i < contents.documents().size(); i++) {
        var document = contents.documents().get(i);
        zip.add(path("documents", i, document.name()), documents.content(document.id()));
      }
      for (var i = 0; i < contents.letters().size(); i++) {
        var letter = contents.letters().get(i);
        zip.add(path("letters", i, letter.number() + " " + letter.title() + ".txt"), utf8(text(letter)));
      }
      zip.add("timeline.csv", utf8(sheet(contents.entries())));
      zip.add("timeline.json", pretty(contents.entries().stream().map(CaseExport::plain).toList()));
      zip.add("audit/chain.json", pretty(chains.of(contents.petition().id())));
      zip.add("audit/HOW-TO-VERIFY.txt", resource("HOW-TO-VERIFY.txt"));
      zip.add("audit/verify.py", resource("verify.py"));
      zip.finish("manifest.json", hashes -> pretty(
          new LinkedHashMap<>(Map.of("case", contents.petition().code(), "algorithm", "SHA-256", "files", hashes))));
    }
  }

  String style() throws IOException {
    return new String(resource("case-file.css"), StandardCharsets.UTF_8);
  }

  private static String path(String folder, int index, String name) {
    var safe = FileNames.safe(name).strip();
    var dot = safe.lastIndexOf('.');
    var ending = dot > 0 && safe.length() - dot <= 10 ? safe.substring(dot) : "";
    var stem = safe.substring(0, safe.length() - ending.length());
    var cut = stem.codePointCount(0, stem.length()) <= NAME_LENGTH
        ? stem
        : stem.substring(0, stem.offsetByCodePoints(0, NAME_LENGTH));
    return String.format("%s/%03d %s%s", folder, index + 1, cut, ending);
  }

  private static String text(Letter letter) {
    return letter.plainText() + "\n";
  }

  private String sheet(List<AuditEntry> entries) {
    return Csv.BOM + entries.stream().map(entry -> Csv.line(show.moment(entry.at()), words.act(entry),
        entry.actorName(), words.lines(entry).stream().map(line -> line.name() + " " + line.value())
            .collect(Collectors.joining("; "))))
        .collect(Collectors.joining());
  }

  private static Map<String, Object> plain(AuditEntry entry) {
    var plain = new LinkedHashMap<String, Object>();
    plain.put("seq", entry.seq());
    plain.put("at", entry.at().toString());
    plain.put("actorId", entry.actorId());
    plain.put("actorName", entry.actorName());
    plain.put("act", entry.act());
    plain.put("details", entry.details());
    return plain;
  }

  private byte[] pretty(Object value) throws IOException {
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = CaseExport.class.getResourceAsStream("/export/" + name)) {
      return in.readAllBytes();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
