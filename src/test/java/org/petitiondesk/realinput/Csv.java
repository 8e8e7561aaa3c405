package org.petitiondesk.realinput;

import java.io.IOException;
import java.io.PushbackReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Comma-separated values with a head line, as RFC 4180 writes them: quoted cells may hold commas and line ends. */
final class Csv {

  private Csv() {}

  static List<Map<String, String>> read(Path file, int rows) throws IOException {
    try (var reader = new PushbackReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      var head = line(reader);
      head.set(0, head.get(0).replace("\uFEFF", ""));
      var found = new ArrayList<Map<String, String>>();
      for (var cells = line(reader); cells != null && found.size() < rows; cells = line(reader)) {
        var row = new HashMap<String, String>();
        for (var i = 0; i < head.size() && i < cells.size(); i++) {
          row.put(head.get(i), cells.get(i));
        }
        found.add(row);
      }
      return found;
    }
  }

  private static List<String> line(PushbackReader reader) throws IOException {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    var quoted = false;
    for (var c = reader.read(); c >= 0; c = reader.read()) {
      if (quoted && c == '"') {
        var next = reader.read();
        if (next == '"') {
          cell.append('"');
        } else {
          quoted = false;
          if (next >= 0) {
            reader.unread(next);
          }
        }
      } else if (quoted) {
        cell.append((char) c);
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        cells.add(cell.toString());
        return cells;
      } else if (c != '\r') {
        cell.append((char) c);
      }
    }
    if (cells.isEmpty() && cell.isEmpty()) {
      return null;
    }
    cells.add(cell.toString());
    return cells;
  }
}
