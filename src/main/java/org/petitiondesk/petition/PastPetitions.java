package org.petitiondesk.petition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.Party;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.PastFacts;
import org.petitiondesk.kernel.PastQuestions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Petitions that are over, as examples for a model that is being drawn: what was decided on them and what the tables were
 * asked, without the people of the petition and without the names of those who decided.
 */
@Component
@Transactional(readOnly = true)
class PastPetitions implements PastFacts, PastQuestions {

  private static final String OFFICER = "officer";
  private static final String LEADER = "leader";
  private static final String REVIEWER = "reviewer";
  /** Numbers of persons, telephones, accounts, addresses of mail. */
  private static final Pattern NUMBERS = Pattern.compile("[0-9A-Za-z._@-]{5,}");
  private static final String SOMEBODY = "某";

  private final CaseFiles cases;
  private final PetitionRecords records;
  private final ReconsiderationRecords reconsiderations;
  private final ObjectionRecords objections;
  private final Terms terms;

  PastPetitions(CaseFiles cases, PetitionRecords records, ReconsiderationRecords reconsiderations,
      ObjectionRecords objections, Terms terms) {
    this.cases = cases;
    this.records = records;
    this.reconsiderations = reconsiderations;
    this.objections = objections;
    this.terms = terms;
  }

  @Override
  public Optional<Given> of(CaseId id) {
    var petition = cases.get(id);
    if (petition.kind() != CaseKind.PETITION) {
      return Optional.empty();
    }
    var given = new Passings();
    var end = Terms.endOf(terms.lastDay(Terms.RATING));
    screening(id, given);
    acceptance(id, given);
    objections(id, given);
    records.approvals(id)
        .forEach(each -> given.at(PetitionReply.USER_APPROVE_REPLY, PetitionReply.APPROVED.with(each.approved())));
    reconsideration(id, end, given);
    given.at(PetitionHandling.SERVICE_ASK_SUPPLEMENT, PetitionHandling.SUPPLEMENT_UNTIL.with(end));
    given.at(PetitionHandling.SERVICE_RECORD_ANSWER, PetitionHandling.RATING_UNTIL.with(end));
    return Optional.of(
        new Given(PetitionHandling.REGISTERING_UNIT.with(petition.registeringUnit()).asMap(), given.byElement));
  }

  private void screening(CaseId id, Passings given) {
    var assignments = records.assignments(id);
    var lead = assignments.isEmpty() ? "" : assignments.get(0).leadUnit();
    records.screenings(id).forEach(each -> given.at(PetitionHandling.USER_SCREEN,
        PetitionHandling.SCREENING.with(each.verdict().way()).with(PetitionHandling.LEAD_UNIT, lead)));
    assignments.forEach(each -> given.at(PetitionAssignment.SERVICE_ASSIGN, PetitionHandling.LEAD_UNIT
        .with(each.leadUnit()).with(PetitionHandling.CO_UNITS, String.join(",", each.coUnits()))));
    assignments.stream().skip(1).forEach(
        each -> given.at(PetitionAssignment.USER_REASSIGN, PetitionHandling.LEAD_UNIT.with(each.leadUnit())));
  }

  private void acceptance(CaseId id, Passings given) {
    var made = new ArrayList<>(objections.of(id));
    records.acceptances(id).forEach(each -> {
      var facts = PetitionAssignment.ACCEPTED.with(each.accepted());
      if (each.accepted()) {
        facts = facts.with(PetitionHandling.OFFICER, OFFICER).with(PetitionHandling.LEADER, LEADER);
      } else if (!made.isEmpty()) {
        var first = made.remove(0).steps().get(0);
        facts = facts.with(PetitionObjection.STATE, first.state().name()).with(PetitionObjection.RULING_BODY,
            first.body());
      }
      given.at(PetitionAssignment.USER_ACCEPT, facts);
    });
  }

  private void objections(CaseId id, Passings given) {
    objections.of(id).forEach(objection -> {
      for (var i = 1; i < objection.steps().size(); i++) {
        var step = objection.steps().get(i);
        var facts = PetitionObjection.STATE.with(step.state().name()).with(PetitionObjection.RULING_BODY,
            step.body());
        given.at(decider(objection.steps().get(i - 1).state()),
            step.toUnit().map(unit -> withLead(facts, unit)).orElse(facts));
      }
    });
  }

  private static Facts withLead(Facts facts, String unit) {
    return facts.with(PetitionHandling.LEAD_UNIT, unit);
  }

  private static String decider(ObjectionState state) {
    return switch (state) {
      case WITH_SENDER -> PetitionObjection.USER_DECIDE;
      case WITH_MEETING -> PetitionObjection.USER_RECORD_MEETING;
      default -> PetitionObjection.USER_RULE;
    };
  }

  private void reconsideration(CaseId id, String ratingUntil, Passings given) {
    var rated = !records.ratings(id).isEmpty();
    reconsiderations.requests(id).forEach(request -> {
      given.at("catch_reconsideration_asked", PetitionReconsideration.REVIEW_BODY.with(request.body())
          .with(PetitionReconsideration.REVIEWER, ""));
      request.admission().ifPresent(each -> given.at(PetitionReconsideration.USER_ADMIT,
          PetitionReconsideration.ADMITTED.with(each.approved()).with(PetitionReconsideration.REVIEWER, REVIEWER)));
      var hearings = reconsiderations.hearings(request.id());
      hearings.forEach(hearing -> given.at(PetitionReconsideration.USER_EXAMINE,
          PetitionReconsideration.HEARING_WANTED.with(true)));
      hearings.stream().flatMap(hearing -> hearing.approval().stream())
          .forEach(each -> given.at(PetitionReconsideration.USER_APPROVE_HEARING,
              PetitionReconsideration.HEARING_APPROVED.with(each.approved())));
      reconsiderations.drafts(request.id()).forEach(draft -> given.at(PetitionReconsideration.USER_EXAMINE,
          PetitionReconsideration.HEARING_WANTED.with(false)));
      reconsiderations.approvals(request.id()).forEach(each -> given.at(PetitionReconsideration.USER_APPROVE,
          PetitionReconsideration.OPINION_APPROVED.with(each.approved())));
      var anew = request.result().equals(Optional.of(ReviewResult.ANEW));
      var way = anew
          ? ReconsiderationSteps.Way.ANEW
          : request.wasClosed() || rated ? ReconsiderationSteps.Way.CLOSE : ReconsiderationSteps.Way.RATE;
      given.at(PetitionHandling.SERVICE_CONCLUDE_RECONSIDERATION, PetitionHandling.AFTER_RECONSIDERATION
          .with(way.name()).with(PetitionHandling.RATING_UNTIL, ratingUntil));
    });
  }

  @Override
  public Set<String> decisions() {
    return Set.of("petition_category", "petition_route", "petition_unit", "petition_urgency", "petition_simple_track",
        "petition_closing");
  }

  /** At the first screening, with what was decided there for what one table asks of another. */
  @Override
  public List<Question> of(String decision, Collection<CaseId> closed) {
    return closed.stream().flatMap(id -> {
      var petition = cases.get(id);
      return petition.kind() == CaseKind.PETITION
          ? records.screenings(id).stream().findFirst().stream()
              .map(first -> new Question(id, inputs(decision, petition, first), Optional.empty()))
          : null;
    }).toList();
  }

  private Map<String, Object> inputs(String decision, CaseFile petition, Screening first) {
    var inputs = new HashMap<String, Object>();
    inputs.put("demandClass", first.demandClass().name());
    inputs.put("urgency", first.urgency().name());
    inputs.put("route", first.route());
    inputs.put("category", first.category().replaceFirst("\\..*", ""));
    inputs.put("length", petition.text().length());
    var parties = cases.parties(petition.id());
    inputs.put("petitioners", (int) parties.stream().filter(each -> each.role() == PartyRole.PETITIONER).count());
    inputs.put("text", masked(petition.title() + "\n" + petition.text(), parties));
    if (decision.equals("petition_simple_track")) {
      inputs.put("repeated", cases.hasSimilar(petition.id()));
    }
    if (decision.equals("petition_closing")) {
      inputs.put("supported", cases.points(petition.id()).stream().flatMap(point -> point.answer().stream())
          .allMatch(answer -> answer.outcome() == Outcome.SUPPORTED));
      inputs.put("solved", records.rating(petition.id()).map(rating -> rating.solved().name()).orElse("SILENT"));
    }
    return inputs;
  }

  private static String masked(String text, List<Party> parties) {
    var masked = text;
    for (var party : parties) {
      for (var word : List.of(party.name(), party.address())) {
        masked = word.strip().length() < 2 ? masked : masked.replace(word.strip(), SOMEBODY);
      }
    }
    return NUMBERS.matcher(masked).replaceAll(Matcher.quoteReplacement(SOMEBODY));
  }

  /** What became known at an element, time after time. */
  private static final class Passings {

    private final Map<String, List<Map<String, Object>>> byElement = new LinkedHashMap<>();

    void at(String element, Facts facts) {
      byElement.computeIfAbsent(element, name -> new ArrayList<>()).add(facts.asMap());
    }
  }
}
