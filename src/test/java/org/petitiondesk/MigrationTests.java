package org.petitiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The names of the migrations, and that none is changed once it is merged: an installation that has run it would refuse
 * to start. {@code migrations.txt} keeps a checksum of each; a new file is added to it by running this test with
 * {@code -Dmigrations.add=true}, which never touches the line of an old one.
 */
class MigrationTests {

  private static final Path FOLDER = Path.of("src/main/resources/db");
  private static final Path LIST = Path.of("src/test/resources/migrations.txt");

  private static final Pattern VERSIONED = Pattern.compile("V(\\d{3})__([a-z]+)_([a-z0-9_]+)\\.sql");
  private static final Pattern REPEATABLE = Pattern.compile("R__([a-z]+)_([a-z0-9_]+)\\.sql");

  /** Which numbers belong to whom, so that two branches do not take the same one. */
  private static final Map<String, Set<Integer>> TENS = Map.ofEntries(Map.entry("audit", Set.of(1)),
      Map.entry("calendar", Set.of(2)), Map.entry("people", Set.of(3)), Map.entry("documents", Set.of(4)),
      Map.entry("casefile", Set.of(5, 13, 17, 18)), Map.entry("intake", Set.of(6)),
      Map.entry("petition", Set.of(7, 13)),
      Map.entry("notice", Set.of(8)), Map.entry("inbox", Set.of(9, 10, 15)), Map.entry("engine", Set.of(10, 15)),
      Map.entry("escalation", Set.of(11)), Map.entry("accountability", Set.of(12, 13)),
      Map.entry("report", Set.of(14)), Map.entry("matter", Set.of(17)), Map.entry("dispute", Set.of(18)),
      Map.entry("designer", Set.of(15, 16)));

  @Test
  void everyNameSaysItsModuleAndItsChange() {
    assertThat(files()).isNotEmpty().allSatisfy(file -> assertThat(name(file))
        .matches(VERSIONED.pattern() + "|" + REPEATABLE.pattern()));
  }

  @Test
  void everyNumberBelongsToItsModule() {
    assertThat(versioned(files())).isNotEmpty().allSatisfy(match -> assertThat(TENS.get(match.group(2)))
        .as(match.group()).contains(Integer.parseInt(match.group(1)) / 10));
  }

  @Test
  void noNumberAndNoDescriptionIsTakenTwiceOnOneDatabase() {
    for (var vendor : List.of("h2", "postgresql")) {
      var seen = files().stream()
          .filter(file -> file.startsWith(FOLDER.resolve("migration"))
              || file.startsWith(FOLDER.resolve("vendor").resolve(vendor)))
          .toList();
      assertThat(versioned(seen)).extracting(match -> match.group(1)).as(vendor).doesNotHaveDuplicates();
      assertThat(versioned(seen)).extracting(match -> match.group(2) + "_" + match.group(3)).as(vendor)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aMergedMigrationIsFrozen() throws IOException {
    var listed = listed();
    var present = new TreeMap<String, String>();
    files().stream().filter(file -> name(file).startsWith("V"))
        .forEach(file -> present.put(path(file), checksum(file)));
    if (Boolean.getBoolean("migrations.add")) {
      present.forEach(listed::putIfAbsent);
      Files.writeString(LIST, listed.entrySet().stream().map(line -> line.getValue() + "  " + line.getKey() + "\n")
          .collect(Collectors.joining()));
    }

    assertThat(present).as("a changed or forgotten migration; see the comment of this class").isEqualTo(listed);
  }

  private static Map<String, String> listed() throws IOException {
    return Files.readAllLines(LIST).stream().map(line -> line.split(" {2}"))
        .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (one, two) -> two, TreeMap::new));
  }

  private static List<Path> files() {
    try (var all = Files.walk(FOLDER)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Matcher> versioned(List<Path> files) {
    return files.stream().map(file -> VERSIONED.matcher(name(file))).filter(Matcher::matches).toList();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String path(Path file) {
    return FOLDER.relativize(file).toString().replace('\\', '/');
  }

  /** Over the lines, not the bytes: a check-out with other line ends is the same migration, for Flyway too. */
  private static String checksum(Path file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var line : Files.readAllLines(file)) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
