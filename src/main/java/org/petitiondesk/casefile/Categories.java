package org.petitiondesk.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.petitiondesk.kernel.Snapshot;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What cases are about: three levels at most, kept in memory. */
@Component
public class Categories {

  private final JdbcClient jdbc;
  private final Snapshot<Tree> snapshot = new Snapshot<>(this::load);

  Categories(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every category that can be chosen, each after its parent. */
  public List<Category> all() {
    return ever().stream().filter(category -> !category.retired()).toList();
  }

  /** The retired ones too: for lists that look back. */
  public List<Category> ever() {
    return snapshot.get().ordered();
  }

  public boolean isOffered(String code) {
    return find(code).filter(category -> !category.retired()).isPresent();
  }

  public List<Category> roots() {
    return all().stream().filter(category -> category.parent().isEmpty()).toList();
  }

  public Optional<Category> find(String code) {
    return Optional.ofNullable(snapshot.get().byCode().get(code));
  }

  /** The official name; a code that nobody knows stands for itself. */
  public String name(String code) {
    return find(code).map(Category::name).orElse(code);
  }

  /** The name in the reader's language, where there is one in it. */
  public String label(String code) {
    return find(code).map(Categories::label).orElse(code);
  }

  private static String label(Category category) {
    var english = LocaleContextHolder.getLocale().getLanguage().equals("en") && !category.englishName().isEmpty();
    return english ? category.englishName() : category.name();
  }

  /** Somebody imports or changes them. */
  void changed() {
    snapshot.changed();
  }

  private Tree load() {
    var rows = jdbc.sql("select * from case_category order by level, position, code")
        .query((rs, row) -> new Category(rs.getString("code"), rs.getString("name"), rs.getString("english_name"),
            Optional.ofNullable(rs.getString("parent")), rs.getInt("level"),
            rs.getBoolean("retired"), rs.getInt("version")))
        .list();
    var children = rows.stream().filter(each -> each.parent().isPresent())
        .collect(Collectors.groupingBy(each -> each.parent().get()));
    var ordered = rows.stream().filter(each -> each.parent().isEmpty()).flatMap(root -> below(root, children).stream())
        .toList();
    return new Tree(ordered, rows.stream().collect(Collectors.toMap(Category::code, Function.identity())));
  }

  private static List<Category> below(Category category, Map<String, List<Category>> children) {
    var list = new ArrayList<>(List.of(category));
    children.getOrDefault(category.code(), List.of()).forEach(child -> list.addAll(below(child, children)));
    return list;
  }

  private record Tree(List<Category> ordered, Map<String, Category> byCode) {}
}
