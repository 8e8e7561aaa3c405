package org.petitiondesk.accountability.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.petitiondesk.accountability.NewMeasure;
import org.petitiondesk.people.Unit;

/** The notice: which unit, why, and what it has to do. */
record OpenRectificationForm(String unit, String reason, List<MeasureForm> measures) {

  OpenRectificationForm {
    unit = Text.plain(unit);
    reason = Text.plain(reason);
    measures = measures == null ? new ArrayList<>() : new ArrayList<>(measures);
  }

  /** One measure as it is typed. */
  record MeasureForm(String text, String owner, LocalDate dueOn, String proof) {

    MeasureForm {
      text = Text.plain(text);
      owner = Text.plain(owner);
      proof = Text.plain(proof);
    }
  }

  /** With the unit that the link names, or the only one there is to choose, and one measure to begin with. */
  static OpenRectificationForm empty(String wanted, List<Unit> units) {
    var unit = units.stream().filter(each -> units.size() == 1 || each.id().equals(wanted)).findFirst();
    return new OpenRectificationForm(unit.map(Unit::id).orElse(""), "",
        List.of(new MeasureForm("", "", null, "")));
  }

  List<NewMeasure> toMeasures() {
    return measures.stream().map(measure -> new NewMeasure(measure.text().strip(), measure.owner(), measure.dueOn(),
        measure.proof().strip())).toList();
  }
}
