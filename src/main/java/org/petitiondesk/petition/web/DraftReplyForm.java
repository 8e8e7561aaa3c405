package org.petitiondesk.petition.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.PointAnswer;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.DraftReply;
import org.petitiondesk.petition.Reply;

record DraftReplyForm(String item, @Valid List<Answer> answers, @Written String remedy,
    @NotNull(message = "{petition.form.required.method}") DeliveryMethod method) {

  DraftReplyForm {
    item = Blank.when(item);
    answers = answers == null ? new ArrayList<>() : new ArrayList<>(answers);
    remedy = Blank.when(remedy);
  }

  /** The answer to one demand point; its outcome is still open while it is being written. */
  record Answer(Integer number, @Written(max = 20_000) String facts, @Written(max = 20_000) String basis,
      Outcome outcome) {

    Answer {
      number = number == null ? 0 : number;
      facts = Blank.when(facts);
      basis = Blank.when(basis);
    }

    static Answer of(PointAnswer answer) {
      return new Answer(answer.number(), answer.facts(), answer.basis(), answer.outcome());
    }
  }

  /** A block for each point; a draft that came back is written on. */
  static DraftReplyForm prepared(String item, List<DemandPoint> points, Optional<Reply> before, String usualRemedy,
      DeliveryMethod preferred) {
    Map<Integer, PointAnswer> given = before.map(Reply::answers).orElse(List.of()).stream()
        .collect(Collectors.toMap(PointAnswer::number, Function.identity()));
    var answers = points.stream().map(point -> Optional.ofNullable(given.get(point.number())).map(Answer::of)
        .orElseGet(() -> new Answer(point.number(), "", "", null))).toList();
    return new DraftReplyForm(item, answers, before.map(Reply::remedy).orElse(usualRemedy),
        before.map(Reply::method).orElse(preferred));
  }

  DraftReply toCommand(CaseId id) {
    return new DraftReply(id, item, answers.stream()
        .map(answer -> new PointAnswer(answer.number(), answer.facts(), answer.basis(), answer.outcome())).toList(),
        remedy, method);
  }
}
