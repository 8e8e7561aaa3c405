package org.petitiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.junit.jupiter.api.Test;

/** Every visible text is in the messages, in both languages; nothing visible stands in a template. */
class MessagesTests {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path TEMPLATES = RESOURCES.resolve("templates");
  private static final Path SOURCES = Path.of("src/main/java");

  private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([\\w.-]+)[({}]");
  private static final Pattern COMPOSED_IN_TEMPLATE = Pattern.compile("#\\{\\|([\\w.-]+\\.)\\$\\{");
  private static final Pattern LITERAL_IN_TEMPLATE = Pattern.compile("'([a-z]+(?:\\.[\\w-]+)+\\.?)'");
  private static final Pattern LITERAL_IN_JAVA = Pattern.compile("\"\\{?([a-z]+(?:\\.[\\w-]+)+\\.?)}?\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[,}]");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}|\\p{IsHan}");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** A name is written in its own language. */
  private static final Set<String> SAME_IN_BOTH = Set.of("web.language.chinese", "web.language.english");

  /** Marks that stand for several constants, and reasons that only some constants give. */
  private static final Set<String> NOT_ALL = Set.of("calendar.legend", "calendar.mark", "inbox.why.urgency",
      "petition.follow.next", "petition.follow.stage", "petition.follow.standing");

  @Test
  void everyFileIsReadByTheApplication() {
    var basenames = text(RESOURCES.resolve("application.yaml")).lines()
        .filter(line -> line.strip().startsWith("basename:"))
        .flatMap(line -> Stream.of(line.replace("basename:", "").strip().split(",")))
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(basenames).isNotEmpty().isEqualTo(modules().stream().map(module -> "messages-" + module)
        .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void bothLanguagesAreComplete() {
    assertThat(modules()).contains("web", "petition");
    for (var module : modules()) {
      var chinese = messages(module, "");
      var english = messages(module, "_en");
      assertThat(english.keySet()).as("messages-%s_en", module).containsExactlyElementsOf(chinese.keySet());
      for (var key : chinese.keySet()) {
        assertThat(chinese.get(key)).as(key).isNotBlank();
        assertThat(english.get(key)).as(key).isNotBlank();
        assertThat(placeholders(english.get(key))).as("arguments of %s", key)
            .isEqualTo(placeholders(chinese.get(key)));
      }
    }
  }

  @Test
  void everyKeyIsDefinedOnceAndNamesItsModuleOrTheTimeline() {
    var wrong = new ArrayList<String>();
    for (var module : modules()) {
      var keys = new TreeSet<String>();
      for (var line : text(RESOURCES.resolve("messages-" + module + ".properties")).lines().toList()) {
        var key = line.split("=", 2)[0].strip();
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (!keys.add(key) || !List.of(module, "act", "detail").contains(key.split("\\.")[0])) {
          wrong.add(module + ": " + key);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noSentenceIsInTheWrongLanguage() {
    var wrong = new ArrayList<String>();
    for (var module : modules()) {
      messages(module, "_en").forEach((key, english) -> {
        if (CHINESE.matcher(english).find() && !SAME_IN_BOTH.contains(key)) {
          wrong.add(key + " is English and says " + english);
        }
      });
      messages(module, "").forEach((key, chinese) -> {
        if (Pattern.compile("[a-zA-Z]+ [a-zA-Z]+ [a-zA-Z]+").matcher(chinese).find()) {
          wrong.add(key + " is Chinese and says " + chinese);
        }
      });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void chineseSentencesHaveChinesePunctuation() {
    var wrong = new ArrayList<String>();
    for (var module : modules()) {
      messages(module, "").forEach((key, chinese) -> {
        if (Pattern.compile("\\p{IsHan}[,;:?!]").matcher(chinese).find()) {
          wrong.add(key + ": " + chinese);
        }
      });
    }
    assertThat(wrong).isEmpty();
  }

  /** With arguments a message is a pattern, in which a single quote starts a quotation; without, it is plain text. */
  @Test
  void apostrophesSurvive() {
    var wrong = new ArrayList<String>();
    for (var module : modules()) {
      for (var language : List.of("", "_en")) {
        messages(module, language).forEach((key, sentence) -> {
          if (PLACEHOLDER.matcher(sentence).find()) {
            new MessageFormat(sentence);
            if (sentence.replace("''", "").contains("'")) {
              wrong.add(key + " needs '' for ': " + sentence);
            }
          } else if (sentence.contains("''")) {
            wrong.add(key + " would show '': " + sentence);
          }
        });
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noTemplateSaysAnythingByItself() {
    assertThat(templates()).isNotEmpty();
    var wrong = new ArrayList<String>();
    templates().forEach(template -> spoken(text(template))
        .forEach(words -> wrong.add(TEMPLATES.relativize(template) + ": " + words)));
    assertThat(wrong).isEmpty();
  }

  @Test
  void aHardCodedWordIsFound() {
    assertThat(spoken("<p>登记</p>")).containsExactly("登记");
    assertThat(spoken("<p><b th:text=\"#{a}\">登记</b> Register</p>")).containsExactly("Register");
    assertThat(spoken("<img alt=\"mark\"><input placeholder=\"名称\" value=\"A\"><button>1 × ·</button>"))
        .containsExactly("mark", "名称");
    assertThat(spoken("<p>[[#{web.home}]] <!-- why --></p>")).isEmpty();
  }

  @Test
  void everyKeyThatATemplateUsesExists() {
    var known = known();
    var used = used(templates(), KEY_IN_TEMPLATE);
    assertThat(used).isNotEmpty();
    assertThat(missing(used, known::contains)).isEmpty();
    // Composed ones, #{|casefile.status.${status}|}: at least one key begins like that.
    assertThat(missing(used(templates(), COMPOSED_IN_TEMPLATE), key -> isKnown(key, known))).isEmpty();
    assertThat(missing(used(templates(), LITERAL_IN_TEMPLATE), key -> !startsWithModule(key) || isKnown(key, known)))
        .isEmpty();
  }

  @Test
  void everyKeyThatTheCodeUsesExists() {
    var known = known();
    var used = used(files(SOURCES, ".java"), LITERAL_IN_JAVA);
    used.keySet().removeIf(key -> !startsWithModule(key));
    assertThat(used).isNotEmpty();
    assertThat(missing(used, key -> isKnown(key, known))).isEmpty();
  }

  /** A new constant without a text would show its key to people. */
  @Test
  void everyGroupOfConstantsIsWhole() throws ClassNotFoundException {
    var groups = new TreeMap<String, Set<String>>();
    for (var key : known()) {
      var dot = key.lastIndexOf('.');
      if (key.substring(dot + 1).matches("[A-Z][A-Z_]+")) {
        groups.computeIfAbsent(key.substring(0, dot), prefix -> new TreeSet<>()).add(key.substring(dot + 1));
      }
    }
    var enums = enums();
    var wrong = new ArrayList<String>();
    groups.keySet().removeAll(NOT_ALL);
    groups.forEach((prefix, constants) -> {
      if (!enums.contains(constants)) {
        wrong.add(prefix + " " + constants);
      }
    });
    assertThat(enums).isNotEmpty();
    assertThat(wrong).isEmpty();
  }

  private static Stream<Class<?>> withNested(Class<?> type) {
    return Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses()).flatMap(MessagesTests::withNested));
  }

  private static Set<Set<String>> enums() throws ClassNotFoundException {
    var enums = new java.util.HashSet<Set<String>>();
    for (var source : files(SOURCES, ".java")) {
      var name = SOURCES.relativize(source).toString().replaceAll("\\.java$", "").replaceAll("[/\\\\]", ".");
      if (name.endsWith("package-info")) {
        continue;
      }
      var top = Class.forName(name, false, MessagesTests.class.getClassLoader());
      withNested(top).filter(Class::isEnum)
          .forEach(type -> enums.add(Stream.of(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.toCollection(TreeSet::new))));
    }
    return enums;
  }

  /** Words that a reader would see although no message says them. */
  private static List<String> spoken(String template) {
    var words = new ArrayList<String>();
    var handler = new AbstractSimpleMarkupHandler() {
      private int depth;
      private int replacedFrom = Integer.MAX_VALUE;

      @Override
      public void handleStandaloneElement(String name, Map<String, String> attributes, boolean minimized, int line,
          int column) {
        attributes(attributes);
      }

      @Override
      public void handleOpenElement(String name, Map<String, String> attributes, int line, int column) {
        depth++;
        attributes(attributes);
        if (attributes != null && replacedFrom == Integer.MAX_VALUE && Stream.of("th:text", "th:utext", "th:replace")
            .anyMatch(attributes::containsKey) && !name.equals("html")) {
          replacedFrom = depth;
        }
      }

      @Override
      public void handleCloseElement(String name, int line, int column) {
        if (depth == replacedFrom) {
          replacedFrom = Integer.MAX_VALUE;
        }
        depth--;
      }

      @Override
      public void handleText(char[] buffer, int offset, int length, int line, int column) {
        var text = new String(buffer, offset, length).replaceAll("\\[\\[.*?]]|&\\w+;", "").strip();
        if (depth < replacedFrom && LETTERS.matcher(text).find()) {
          words.add(text);
        }
      }

      private void attributes(Map<String, String> attributes) {
        if (attributes == null) {
          return;
        }
        for (var name : List.of("alt", "title", "placeholder", "aria-label", "data-confirm", "label")) {
          if (LETTERS.matcher(attributes.getOrDefault(name, "")).find()) {
            words.add(attributes.get(name));
          }
        }
      }
    };
    try {
      new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(template, handler);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
    return words;
  }

  private static boolean isKnown(String key, Set<String> known) {
    return known.contains(key) || known.contains("act." + key)
        || key.endsWith(".") && known.stream().anyMatch(other -> other.startsWith(key));
  }

  private static boolean startsWithModule(String key) {
    return modules().contains(key.substring(0, key.indexOf('.'))) || key.startsWith("act.");
  }

  private static List<String> missing(Map<String, Path> used, java.util.function.Predicate<String> known) {
    return used.entrySet().stream().filter(use -> !known.test(use.getKey()))
        .map(use -> use.getKey() + " in " + use.getValue()).toList();
  }

  private static Map<String, Path> used(List<Path> files, Pattern pattern) {
    var used = new TreeMap<String, Path>();
    for (var file : files) {
      pattern.matcher(text(file)).results().forEach(match -> used.put(match.group(1), file));
    }
    return used;
  }

  private static Set<String> known() {
    return modules().stream().flatMap(module -> messages(module, "").keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> placeholders(String sentence) {
    return PLACEHOLDER.matcher(sentence).results().map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> modules() {
    return files(RESOURCES, ".properties").stream().map(file -> file.getFileName().toString())
        .filter(name -> name.startsWith("messages-") && !name.endsWith("_en.properties"))
        .map(name -> name.substring("messages-".length(), name.length() - ".properties".length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeMap<String, String> messages(String module, String language) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(RESOURCES.resolve("messages-" + module + language + ".properties"))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var messages = new TreeMap<String, String>();
    properties.forEach((key, value) -> messages.put((String) key, (String) value));
    return messages;
  }

  private static List<Path> templates() {
    return files(TEMPLATES, ".html");
  }

  private static List<Path> files(Path folder, String ending) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
