package org.petitiondesk.designer.web;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import org.petitiondesk.designer.DraftId;
import org.petitiondesk.designer.DraftService;
import org.petitiondesk.engine.DecisionTrial;
import org.petitiondesk.engine.FiredRow;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Show;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;

/** Tries a decision table while it is drawn. */
@Controller
class TrialController {

  private final DraftService drafts;
  private final DecisionTrial trial;
  private final FindingWords words;
  private final Show show;

  TrialController(DraftService drafts, DecisionTrial trial, FindingWords words, Show show) {
    this.drafts = drafts;
    this.trial = trial;
    this.words = words;
    this.show = show;
  }

  record Output(String name, String value) {}

  record Row(int number, String annotation, List<Output> outputs) {

    static Row of(FiredRow row) {
      return new Row(row.number(), row.annotation(), row.outputs().keySet().stream().sorted()
          .map(name -> new Output(name, row.text(name))).toList());
    }
  }

  /** Why nothing could be worked out, or the rows that fire. */
  record Tried(String problem, List<Row> rows) {}

  /** The draft as it was saved last. What may not run is not tried either. */
  @PostMapping(path = "/designer/drafts/{id}/trial", consumes = MediaType.APPLICATION_JSON_VALUE)
  @PreAuthorize(Access.READ)
  @ResponseBody
  Tried tryOut(@PathVariable DraftId id, @RequestBody Map<String, String> inputs, Actor actor) {
    var draft = drafts.get(id, actor);
    var findings = drafts.findings(draft);
    if (!findings.isEmpty() || draft.kind() != ModelKind.DMN) {
      return new Tried(findings.stream().findFirst().map(words::say).orElse(""), List.of());
    }
    try {
      var fired = trial.evaluate(draft.key(), drafts.source(id, actor), inputs);
      return new Tried("", fired.rows().stream().map(Row::of).toList());
    } catch (Refused refused) {
      return new Tried(show.sentence(refused.key(), refused.arguments().toArray()), List.of());
    } catch (DateTimeException notADay) {
      return new Tried(show.sentence("draw.trial.day"), List.of());
    }
  }
}
