package org.petitiondesk.designer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.petitiondesk.engine.ModelKind;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** The least that a model of a kind has: {@code resources/designer/starter.*}. */
final class Starters {

  private Starters() {}

  static String of(ModelKind kind, String key, String name) {
    try {
      var words = kind == ModelKind.FORM
          ? new String(JsonStringEncoder.getInstance().quoteAsString(name))
          : HtmlUtils.htmlEscapeDecimal(name, StandardCharsets.UTF_8.name());
      return new ClassPathResource("designer/starter." + kind.ending()).getContentAsString(StandardCharsets.UTF_8)
          .replace("KEY", key).replace("NAME", words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
