package org.petitiondesk.documents;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.petitiondesk.kernel.Refused;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts under processes/&lt;module&gt;/letters/. Mustache: {@code {{title}}} must be known, or the letter is refused
 * naming it; {@code {{#points}}…{{/points}}} repeats; {@code {{#dueOn?}}…{{/dueOn?}}} is left out when the fact is not
 * known. The first line is the letter's title.
 */
@Component
class LetterTexts {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final Mustache.Compiler COMPILER = Mustache.compiler().escapeHTML(false).strictSections(true)
      .withCollector(new FactsOnly()).withFormatter(LetterTexts::format);

  private final Map<String, Template> templates = new TreeMap<>();

  LetterTexts(ResourcePatternResolver resources) throws IOException {
    for (var resource : resources.getResources("classpath*:processes/*/letters/*.txt")) {
      var stem = resource.getFilename().substring(0, resource.getFilename().length() - ".txt".length());
      if (templates.put(stem, COMPILER.compile(read(resource))) != null) {
        throw new IllegalStateException("Two letter texts are called " + stem + ": names are unique over all folders");
      }
    }
  }

  Set<String> names() {
    return templates.keySet();
  }

  Text render(String template, Map<String, Object> facts) {
    if (!templates.containsKey(template)) {
      throw new IllegalArgumentException("There is no letter text " + template + ", only " + templates.keySet());
    }
    try {
      var text = templates.get(template).execute(facts);
      var end = text.indexOf('\n');
      return new Text(text.substring(0, end).strip(), text.substring(end + 1).strip().replaceAll("\n{3,}", "\n\n")
          .replaceFirst("^[ \\t]+", ""));
    } catch (MustacheException.Context e) {
      throw Refused.because("documents.letter.missing-fact", template, e.key.replace("?", ""), e.lineNo);
    }
  }

  private static String read(Resource resource) {
    try {
      return resource.getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String format(Object value) {
    return value instanceof LocalDate date ? date.format(DATE) : value.toString();
  }

  record Text(String title, String body) {}

  /** Looks into maps and lists only: a letter text is edited by people and must not reach the methods of an object. */
  private static final class FactsOnly extends BasicCollector {

    @Override
    public Mustache.VariableFetcher createFetcher(Object context, String name) {
      if (name.endsWith("?") && context instanceof Map) {
        // Kept by the template for every later letter: the fetcher looks, its making must not.
        return (facts, key) -> isKnown(((Map<?, ?>) facts).get(key.substring(0, key.length() - 1)));
      }
      return super.createFetcher(context, name);
    }

    private static boolean isKnown(Object value) {
      return value != null && !value.equals("") && !value.equals(Boolean.FALSE);
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }
}
