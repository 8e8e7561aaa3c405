package org.petitiondesk.petition;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.PointAnswer;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders to handle a matter anew (责令重新办理): the unit may not come to the same conclusion on the same facts. */
@Component
@Transactional(readOnly = true)
public class OrdersAnew {

  private final ReconsiderationRecords records;
  private final CaseFiles cases;
  private final Letters letters;

  OrdersAnew(ReconsiderationRecords records, CaseFiles cases, Letters letters) {
    this.records = records;
    this.cases = cases;
    this.letters = letters;
  }

  /** The order under which the unit is handling the matter now. */
  public record Order(Opinion opinion, Letter letter, List<Finding> findings) {}

  public Optional<Order> of(CaseId id) {
    return records.lastOpinion(id).filter(Opinion::ordersAnew).map(opinion -> new Order(opinion,
        letters.get(opinion.letter()),
        records.lastDraft(opinion.reconsideration().orElseThrow()).orElseThrow().findings()));
  }

  /** Refuses the answer that the order is about, and one that undoes what the body has changed itself. */
  void check(DraftReply draft) {
    of(draft.id()).ifPresent(order -> {
      var given = draft.answers().stream()
          .collect(Collectors.toMap(PointAnswer::number, Function.identity(), (first, second) -> second));
      var points = cases.points(draft.id());
      for (var i = 0; i < points.size(); i++) {
        var number = points.get(i).number();
        var before = points.get(i).answer().orElseThrow();
        var after = given.get(number);
        var result = order.findings().stream().filter(finding -> finding.number() == number).findFirst()
            .map(Finding::result).orElse(ReviewResult.UPHOLD);
        if (result == ReviewResult.ANEW && isSame(before, after)) {
          throw Refused.at("answers[" + i + "].facts", "petition.refused.same-conclusion", order.letter().title(),
              order.letter().number(), number);
        }
        if (result == ReviewResult.CHANGE && before.outcome() != after.outcome()) {
          throw Refused.at("answers[" + i + "].outcome", "petition.refused.undoes-change", order.letter().title(),
              order.letter().number(), number);
        }
      }
    });
  }

  /** Other spaces and marks are no other facts. */
  private static boolean isSame(PointAnswer before, PointAnswer after) {
    return before.outcome() == after.outcome() && plain(before.facts()).equals(plain(after.facts()));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]", "");
  }
}
