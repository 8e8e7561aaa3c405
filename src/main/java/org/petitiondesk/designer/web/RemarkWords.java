package org.petitiondesk.designer.web;

import java.util.stream.Collectors;
import org.petitiondesk.engine.TableRemark;
import org.petitiondesk.engine.TableRemark.Given;
import org.petitiondesk.web.Show;
import org.springframework.stereotype.Component;

/** For templates, as {@code @remarkWords}: what a designer should know of the rows of a table, in a sentence. */
@Component
public class RemarkWords {

  private final Show show;

  RemarkWords(Show show) {
    this.show = show;
  }

  public String say(TableRemark remark) {
    var example = remark.example().stream().map(this::given)
        .collect(Collectors.joining(show.sentence("designer.remark.and")));
    var key = "designer.remark." + remark.kind();
    return switch (remark.kind()) {
      case GAP -> show.sentence(key, example);
      case OVERLAP -> show.sentence(key, number(remark, 0), number(remark, 1), example);
      case COVERED -> show.sentence(key, number(remark, 0),
          remark.rows().stream().skip(1).map(String::valueOf).collect(Collectors.joining(", ")));
      case UNTOLD -> show.sentence(key, String.join(", ", remark.columns()));
      case TOO_LARGE -> show.sentence(key);
    };
  }

  private String given(Given given) {
    return show.sentence(given.value().isEmpty() ? "designer.remark.other" : "designer.remark.given", given.column(),
        given.value());
  }

  private static String number(TableRemark remark, int place) {
    return String.valueOf(remark.rows().get(place));
  }
}
