package org.petitiondesk.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in a sheet of three columns: first, second and third level by name, with a heading. What is known by its name
 * keeps its code, so that the same sheet can be imported again and again; what is new gets the next code below its
 * parent. Nothing is ever removed: closed cases keep their category.
 */
@Component
public class CategoryImport {

  /**
   * @param added categories that were not known before
   * @param names theirs, from the top: 环境保护 / 噪声扰民 / 广场舞噪声
   */
  public record Imported(int rows, int added, List<String> names) {}

  private static final int LEVELS = 3;
  private static final int LONGEST_NAME = 100;

  private final Categories categories;
  private final JdbcTemplate jdbc;
  private final AuditTrail audit;

  CategoryImport(Categories categories, JdbcTemplate jdbc, AuditTrail audit) {
    this.categories = categories;
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** What {@link #run} would add; changes nothing. */
  public Imported rehearse(byte[] sheet) {
    return read(rows(text(sheet))).summary();
  }

  @Transactional
  public Imported run(byte[] sheet, Actor actor) {
    var read = read(rows(text(sheet)));
    var added = read.added();
    jdbc.batchUpdate("""
        insert into case_category (code, name, english_name, parent, level, position) values (?, ?, '', ?, ?, ?)
        """, added);
    audit.append(AuditTrail.HOUSE, actor, "category.imported", Map.of("rows", read.rows(), "added", added.size()));
    categories.changed();
    return read.summary();
  }

  private Read read(List<List<String>> rows) {
    var added = new ArrayList<Object[]>();
    var names = new ArrayList<String>();
    var tree = new Tree(categories.ever());
    for (var row : rows) {
      var fresh = tree.add(row);
      for (var i = row.size() - fresh.size() + 1; i <= row.size(); i++) {
        names.add(String.join(" / ", row.subList(0, i)));
      }
      added.addAll(fresh);
    }
    return new Read(rows.size(), added, names);
  }

  /** A sheet against what is known; {@code added} are the parameters of the rows to insert. */
  private record Read(int rows, List<Object[]> added, List<String> names) {

    Imported summary() {
      return new Imported(rows, added.size(), names);
    }
  }

  private static List<List<String>> rows(String text) {
    var lines = text.lines().toList();
    var rows = new ArrayList<List<String>>();
    for (var i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(lines.get(i), i + 1));
      }
    }
    if (rows.isEmpty()) {
      throw Refused.at("sheet", "casefile.refused.sheet-empty");
    }
    return rows;
  }

  private static List<String> row(String line, int number) {
    var names = List.of(line.split(",", -1)).stream().map(CategoryImport::unquoted).toList();
    var depth = names.size();
    while (depth > 0 && names.get(depth - 1).isEmpty()) {
      depth--;
    }
    var used = names.subList(0, depth);
    if (depth == 0 || depth > LEVELS || used.stream().anyMatch(CategoryImport::isNoName)) {
      throw Refused.at("sheet", "casefile.refused.sheet-line", number);
    }
    return used;
  }

  private static boolean isNoName(String name) {
    return name.isEmpty() || name.length() > LONGEST_NAME || name.contains("\"") || name.indexOf('\0') >= 0;
  }

  private static String unquoted(String cell) {
    var name = cell.strip();
    return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1).strip()
        : name;
  }

  /** UTF-8, with or without its mark; otherwise what spreadsheets write here. */
  private static String text(byte[] sheet) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sheet)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(sheet, Charset.forName("GB18030"));
    }
  }

  /** The categories as they are and as they become, found by parent and name. */
  private static final class Tree {

    private final Map<String, Map<String, String>> codes = new HashMap<>();

    Tree(List<Category> known) {
      known.forEach(each -> below(each.parent()).put(each.name(), each.code()));
    }

    List<Object[]> add(List<String> names) {
      var added = new ArrayList<Object[]>();
      var parent = Optional.<String>empty();
      for (var level = 1; level <= names.size(); level++) {
        var siblings = below(parent);
        var name = names.get(level - 1);
        if (!siblings.containsKey(name)) {
          var position = siblings.size() + 1;
          var code = free(parent, siblings, position);
          siblings.put(name, code);
          added.add(new Object[]{code, name, parent.orElse(null), level, position});
        }
        parent = Optional.of(siblings.get(name));
      }
      return added;
    }

    private static String free(Optional<String> parent, Map<String, String> siblings, int position) {
      var next = position;
      while (true) {
        var own = "%02d".formatted(next);
        var code = parent.map(above -> above + "." + own).orElse("c" + own);
        if (!siblings.containsValue(code)) {
          return code;
        }
        next++;
      }
    }

    private Map<String, String> below(Optional<String> parent) {
      return codes.computeIfAbsent(parent.orElse(""), any -> new HashMap<>());
    }
  }
}
