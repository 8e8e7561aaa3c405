package org.petitiondesk.dispute.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.petitiondesk.dispute.AgreementForm;
import org.petitiondesk.dispute.NewPart;
import org.petitiondesk.dispute.Side;

/** What the sides have agreed on. */
record WriteAgreementForm(String item, AgreementForm form, String facts, String responsibility,
    List<PartForm> parts) {

  WriteAgreementForm {
    item = Text.plain(item);
    facts = Text.plain(facts);
    responsibility = Text.plain(responsibility);
    parts = parts == null ? new ArrayList<>() : new ArrayList<>(parts);
  }

  /** One part as it is typed. */
  record PartForm(Side side, String act, String amount, LocalDate dueOn, String way) {

    PartForm {
      act = Text.plain(act);
      amount = Text.plain(amount);
      way = Text.plain(way);
    }
  }

  static WriteAgreementForm empty(String item) {
    return new WriteAgreementForm(item, null, "", "", List.of(new PartForm(null, "", "", null, "")));
  }

  List<NewPart> toParts() {
    return parts.stream().map(part -> new NewPart(part.side(), part.act(), part.amount(), part.dueOn(), part.way()))
        .toList();
  }
}
