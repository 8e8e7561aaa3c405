package org.petitiondesk.audit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * JSON of which there is exactly one text for one value: keys sorted, no spaces, no choice of escapes. What is hashed
 * must not depend on the version of a library.
 */
final class CanonicalJson {

  private CanonicalJson() {}

  static String of(Object value) {
    var text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(Object value, StringBuilder text) {
    if (value == null || value instanceof Boolean) {
      text.append(value);
    } else if (value instanceof Integer || value instanceof Long) {
      text.append(value);
    } else if (value instanceof Optional<?> optional) {
      write(optional.orElse(null), text);
    } else if (value instanceof Map<?, ?> map) {
      writeObject(map, text);
    } else if (value instanceof Iterable<?> items) {
      writeArray(items, text);
    } else if (value instanceof Enum<?> constant) {
      writeText(constant.name(), text);
    } else {
      // Dates, ids and fractions too: their text is stable, a parsed fraction would not be.
      writeText(value.toString(), text);
    }
  }

  private static void writeObject(Map<?, ?> map, StringBuilder text) {
    var sorted = new TreeMap<String, Object>();
    map.forEach((key, value) -> sorted.put(key.toString(), value));
    text.append('{');
    var separator = "";
    for (var entry : sorted.entrySet()) {
      text.append(separator);
      writeText(entry.getKey(), text);
      text.append(':');
      write(entry.getValue(), text);
      separator = ",";
    }
    text.append('}');
  }

  private static void writeArray(Iterable<?> items, StringBuilder text) {
    text.append('[');
    var separator = "";
    for (var item : items) {
      text.append(separator);
      write(item, text);
      separator = ",";
    }
    text.append(']');
  }

  private static void writeText(String value, StringBuilder text) {
    text.append('"');
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7f || isLoneSurrogate(value, i)) {
        // Neither PostgreSQL nor UTF-8 can hold these as they are.
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  private static boolean isLoneSurrogate(String value, int i) {
    var c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }
}
