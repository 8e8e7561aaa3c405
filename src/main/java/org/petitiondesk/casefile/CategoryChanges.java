package org.petitiondesk.casefile;

import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator changes about one category. A code stays for ever: cases and decision tables speak of it. */
@Component
@Transactional
public class CategoryChanges {

  private static final int LEVELS = 3;
  private static final int LONGEST_NAME = 100;

  private final Categories categories;
  private final JdbcClient jdbc;
  private final AuditTrail audit;

  CategoryChanges(Categories categories, JdbcClient jdbc, AuditTrail audit) {
    this.categories = categories;
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /**
   * @param own what the code adds to that of its parent: lower-case letters, digits and underscores
   * @return the code
   */
  public String add(Optional<String> parent, String own, String name, String englishName, Actor by) {
    if (!own.matches("[a-z0-9_]{1,30}")) {
      throw Refused.at("code", "casefile.refused.category-code");
    }
    var above = parent.map(code -> categories.find(code).filter(known -> !known.retired() && known.level() < LEVELS)
        .orElseThrow(() -> Refused.at("parent", "casefile.refused.category-parent")));
    var code = above.map(known -> known.code() + "." + own).orElse(own);
    // Under "new" a category is made, so none can be found there.
    if (categories.find(code).isPresent() || code.equals("new")) {
      throw Refused.at("code", "casefile.refused.category-taken", code);
    }
    requireFreshName(parent, code, name);
    jdbc.sql("insert into case_category (code, name, english_name, parent, level, position) values (?, ?, ?, ?, ?, ?)")
        .params(code, name(name), english(englishName), parent.orElse(null),
            above.map(known -> known.level() + 1).orElse(1), siblings(parent) + 1)
        .update();
    changed(by, "category.added", code, name);
    return code;
  }

  /**
   * @param version what the page has seen
   */
  public void rename(String code, int version, String name, String englishName, Actor by) {
    var category = get(code);
    requireFreshName(category.parent(), code, name);
    update(code, version, "name = ?, english_name = ?", name(name), english(englishName));
    changed(by, "category.renamed", code, name);
  }

  /** Not offered any more. Refused while one below it still is: nobody would find it under its parent. */
  public void retire(String code, int version, Actor by) {
    get(code);
    if (categories.all().stream().anyMatch(each -> each.parent().equals(Optional.of(code)))) {
      throw Refused.because("casefile.refused.category-has-children");
    }
    update(code, version, "retired = true");
    changed(by, "category.retired", code, categories.name(code));
  }

  public void restore(String code, int version, Actor by) {
    get(code).parent().filter(parent -> !categories.isOffered(parent)).ifPresent(parent -> {
      throw Refused.because("casefile.refused.category-parent-retired", categories.name(parent));
    });
    update(code, version, "retired = false");
    changed(by, "category.restored", code, categories.name(code));
  }

  public Category get(String code) {
    return categories.find(code).orElseThrow(() -> new NotFound("casefile.not-found.category", code));
  }

  private void update(String code, int version, String values, Object... parameters) {
    var updated = jdbc
        .sql("update case_category set " + values + ", version = version + 1 where code = ? and version = ?")
        .params(parameters).params(code, version).update();
    if (updated == 0) {
      throw new Conflict("casefile.conflict.category-changed");
    }
  }

  private void changed(Actor by, String act, String code, String name) {
    audit.append(AuditTrail.HOUSE, by, act, Map.of("category", code, "name", name.strip()));
    categories.changed();
  }

  /** The sheet finds a category by its name below its parent, so two of one name would be one there. */
  private void requireFreshName(Optional<String> parent, String code, String name) {
    if (categories.ever().stream().anyMatch(
        other -> other.parent().equals(parent) && other.name().equals(name.strip()) && !other.code().equals(code))) {
      throw Refused.at("name", "casefile.refused.category-name-taken", name.strip());
    }
  }

  private long siblings(Optional<String> parent) {
    return categories.ever().stream().filter(each -> each.parent().equals(parent)).count();
  }

  private static String name(String text) {
    var name = text.strip();
    if (name.isEmpty() || isNoName(name)) {
      throw Refused.at("name", "casefile.refused.category-name");
    }
    return name;
  }

  private static String english(String text) {
    var name = text.strip();
    if (isNoName(name)) {
      throw Refused.at("englishName", "casefile.refused.category-name");
    }
    return name;
  }

  private static boolean isNoName(String name) {
    return name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl);
  }
}
