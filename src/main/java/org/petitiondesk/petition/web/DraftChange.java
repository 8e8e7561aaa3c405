package org.petitiondesk.petition.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.petitiondesk.casefile.PointAnswer;
import org.petitiondesk.petition.Reply;

/**
 * One difference between two drafts of a reply.
 *
 * @param point number of the demand point; 0 for the reply as a whole
 * @param part which part of the form, as in {@code petition.change.<part>}
 */
public record DraftChange(int point, String part, String before, String after) {

  static List<DraftChange> between(Reply before, Reply after) {
    var changes = new ArrayList<DraftChange>();
    for (var answer : after.answers()) {
      var earlier = before.answers().stream().filter(each -> each.number() == answer.number()).findFirst();
      compare(changes, answer.number(), "facts", earlier.map(PointAnswer::facts), answer.facts());
      compare(changes, answer.number(), "basis", earlier.map(PointAnswer::basis), answer.basis());
      compare(changes, answer.number(), "outcome", earlier.map(each -> each.outcome().name()),
          answer.outcome().name());
    }
    compare(changes, 0, "remedy", Optional.of(before.remedy()), after.remedy());
    compare(changes, 0, "method", Optional.of(before.method().name()), after.method().name());
    return changes;
  }

  private static void compare(List<DraftChange> changes, int point, String part, Optional<String> before,
      String after) {
    if (!Objects.equals(before.orElse(""), after)) {
      changes.add(new DraftChange(point, part, before.orElse(""), after));
    }
  }
}
