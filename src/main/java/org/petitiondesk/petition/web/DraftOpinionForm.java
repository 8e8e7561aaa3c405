package org.petitiondesk.petition.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.DraftOpinion;
import org.petitiondesk.petition.Finding;
import org.petitiondesk.petition.ReviewDraft;
import org.petitiondesk.petition.ReviewResult;

record DraftOpinionForm(String item, @Valid List<Point> findings,
    @NotNull(message = "{petition.form.required.method}") DeliveryMethod method) {

  DraftOpinionForm {
    item = Blank.when(item);
    findings = findings == null ? new ArrayList<>() : new ArrayList<>(findings);
  }

  /** The result for one demand point; open while it is being written. */
  record Point(Integer number, ReviewResult result, @Written(max = 20_000) String facts,
      @Written(max = 20_000) String basis, Outcome outcome) {

    Point {
      number = number == null ? 0 : number;
      facts = Blank.when(facts);
      basis = Blank.when(basis);
    }

    static Point of(Finding finding) {
      return new Point(finding.number(), finding.result(), finding.facts(), finding.basis(), finding.outcome());
    }
  }

  /** A block for each point; a draft that came back is written on. */
  static DraftOpinionForm prepared(String item, List<DemandPoint> points, Optional<ReviewDraft> before,
      DeliveryMethod preferred) {
    Map<Integer, Point> given = before.map(ReviewDraft::findings).orElse(List.of()).stream()
        .collect(Collectors.toMap(Finding::number, Point::of));
    return new DraftOpinionForm(item, points.stream()
        .map(point -> given.getOrDefault(point.number(), new Point(point.number(), null, "", "", null))).toList(),
        before.map(ReviewDraft::method).orElse(preferred));
  }

  DraftOpinion toCommand(CaseId id) {
    return new DraftOpinion(id, item, findings.stream().map(point -> new Finding(point.number(), point.result(),
        point.facts(), point.basis(), point.result() == ReviewResult.CHANGE ? point.outcome() : null)).toList(),
        method);
  }
}
