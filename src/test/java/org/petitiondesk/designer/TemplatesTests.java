package org.petitiondesk.designer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A designer picks a verb by its words and never types the name of a bean, so the words must stand for one. */
class TemplatesTests {

  private static final Pattern DELEGATE = Pattern
      .compile("class (\\w+Delegate) implements (?:JavaDelegate|MatterVerb)");

  private final JsonNode templates = read();

  @Test
  void everyTemplateNamesAVerbThatThereIs() throws IOException {
    assertThat(named()).isNotEmpty().isSubsetOf(verbs());
  }

  @Test
  void everyTemplateIsNamedInBothLanguagesAndOnlyOnce() {
    assertThat(templates).allSatisfy(template -> assertThat(Stream.of("name", "description")
        .flatMap(text -> Stream.of(template.at("/" + text + "/zh"), template.at("/" + text + "/en"))))
        .noneMatch(text -> text.asText().isBlank()));
    assertThat(templates).extracting(template -> template.get("id").asText()).doesNotHaveDuplicates();
  }

  private Set<String> named() {
    return StreamSupport.stream(templates.spliterator(), false).flatMap(template -> StreamSupport
        .stream(template.get("properties").spliterator(), false))
        .filter(property -> property.at("/binding/name").asText().equals("camunda:delegateExpression"))
        .map(property -> property.get("value").asText().replaceAll("[${}]", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> verbs() throws IOException {
    try (var sources = Files.walk(Path.of("src/main/java"))) {
      return sources.filter(file -> file.toString().endsWith("Delegate.java")).map(TemplatesTests::text)
          .flatMap(text -> DELEGATE.matcher(text).results()).map(found -> found.group(1))
          .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(text(Path.of("processes/templates/verbs.json")));
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
