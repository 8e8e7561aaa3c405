package org.petitiondesk.petition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.engine.Decisions;
import org.petitiondesk.engine.Fired;
import org.petitiondesk.engine.FiredRow;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prepares the screening: asks the decision tables and keeps which row answered. */
@Component
public class Suggestions {

  private final CaseFiles cases;
  private final Units units;
  private final Decisions decisions;

  Suggestions(CaseFiles cases, Units units, Decisions decisions) {
    this.cases = cases;
    this.units = units;
    this.decisions = decisions;
  }

  @Transactional(readOnly = true)
  public Suggestion of(CaseId id) {
    var petition = cases.get(id);
    var text = petition.title() + "\n" + petition.text();
    var petitioners = (int) cases.parties(id).stream().filter(party -> party.role() == PartyRole.PETITIONER).count();
    var reasons = new ArrayList<Suggestion.Reason>();
    var category = heaviest(decisions.evaluate("petition_category", Map.of("text", text)), reasons).text("category");
    var route = first("petition_route", Map.of("demandClass", petition.demandClass().name(), "text", text), reasons);
    var function = first("petition_unit", Map.of("category", category), reasons).text("function");
    var urgency = first("petition_urgency", Map.of("text", text, "petitioners", petitioners), reasons).text("urgency");
    var simple = first("petition_simple_track", simpleTrackInputs(petition, route, urgency, petitioners), reasons);
    return new Suggestion(category, route.number("route"), route.text("path"),
        units.competent(function, petition.territory()).map(Unit::id), Urgency.valueOf(urgency), simple.flag("simple"),
        List.copyOf(reasons));
  }

  private Map<String, Object> simpleTrackInputs(CaseFile petition, FiredRow route, String urgency, int petitioners) {
    var inputs = new HashMap<String, Object>();
    inputs.put("demandClass", petition.demandClass().name());
    inputs.put("route", route.number("route"));
    inputs.put("urgency", urgency);
    inputs.put("petitioners", petitioners);
    inputs.put("repeated", cases.hasSimilar(petition.id()));
    inputs.put("length", petition.text().length());
    return inputs;
  }

  private FiredRow first(String decision, Map<String, Object> inputs, List<Suggestion.Reason> reasons) {
    var fired = decisions.evaluate(decision, inputs);
    return because(fired, fired.single(), reasons);
  }

  /** Weights of one category add up; the row that says most for the winner is the reason. */
  private FiredRow heaviest(Fired fired, List<Suggestion.Reason> reasons) {
    var sums = new LinkedHashMap<String, Integer>();
    fired.rows().forEach(row -> sums.merge(row.text("category"), row.number("weight"), Integer::sum));
    var winner = Collections.max(sums.entrySet(), Map.Entry.comparingByValue()).getKey();
    var row = fired.rows().stream().filter(one -> one.text("category").equals(winner))
        .max(Comparator.comparingInt(one -> one.number("weight"))).orElseThrow();
    return because(fired, row, reasons);
  }

  private static FiredRow because(Fired fired, FiredRow row, List<Suggestion.Reason> reasons) {
    reasons.add(new Suggestion.Reason(fired.decision(), row.ruleId(), row.number(), row.annotation()));
    return row;
  }
}
