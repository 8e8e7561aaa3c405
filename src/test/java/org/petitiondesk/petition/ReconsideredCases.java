package org.petitiondesk.petition;

import java.util.List;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Component;

/**
 * Petitions whose petitioner does not agree, each brought there by the people of the demo organisation: {@value #REVIEWER}
 * and {@value #LEADER} reconsider, {@value #CITY_REVIEWER} and {@value #CITY_LEADER} have the final review.
 */
@Component
public class ReconsideredCases {

  public static final String REVIEWER = "review.reviewer";
  public static final String LEADER = "review.leader";
  public static final String CITY_REVIEWER = "city.reviewer";
  public static final String CITY_LEADER = "city.leader";

  private final Petitions petitions;
  private final ReconsiderationService service;
  private final CaseFiles cases;
  private final Letters letters;
  private final Accounts accounts;

  ReconsideredCases(Petitions petitions, ReconsiderationService service, CaseFiles cases, Letters letters,
      Accounts accounts) {
    this.petitions = petitions;
    this.service = service;
    this.cases = cases;
    this.letters = letters;
    this.accounts = accounts;
  }

  /** Asked for; nobody has let it in yet. */
  public CaseId asked() {
    var id = petitions.delivered(Petitions.byMail(), Outcome.NOT_SUPPORTED);
    ask(id);
    return id;
  }

  /** The draft of the opinion waits for the leader. */
  public CaseId drafted() {
    var id = asked();
    admit(id, REVIEWER);
    draft(id, REVIEWER);
    return id;
  }

  /** The opinion came back and waits for another way. */
  public CaseId undeliverable() {
    var id = drafted();
    approve(id, LEADER);
    letters.undeliverable(petitions.letter(id, ReconsiderationLetters.OPINION).id(), "查无此人", Actor.SYSTEM);
    return id;
  }

  /** At final review, which can be heard before there is an opinion. */
  public CaseId examined() {
    var id = drafted();
    approve(id, LEADER);
    petitions.sendLetters(id);
    ask(id);
    admit(id, CITY_REVIEWER);
    return id;
  }

  /** The hearing waits for the leader. */
  public CaseId hearingAsked() {
    var id = examined();
    callHearing(id);
    return id;
  }

  /** Of a case at final review: the hearing is called. */
  public void hear(CaseId id) {
    callHearing(id);
    approveHearing(id);
  }

  private void callHearing(CaseId id) {
    service.callHearing(new CallHearing(id, petitions.item(id, PetitionReconsideration.USER_EXAMINE),
        petitions.today().plusDays(10), "市政务中心三楼", "信访人、区生态环境分局、听证员三人", "监测是否在营业时进行。"),
        accounts.actor(CITY_REVIEWER));
  }

  /** The hearing is called and waits for its record. */
  public CaseId hearingCalled() {
    var id = hearingAsked();
    approveHearing(id);
    return id;
  }

  private void approveHearing(CaseId id) {
    service.decideHearing(id, petitions.item(id, PetitionReconsideration.USER_APPROVE_HEARING), true, "",
        accounts.actor(CITY_LEADER));
  }

  /** What was called was not held after all. */
  public void cancelHearing(CaseId id) {
    service.recordHearing(new RecordHearing(id, petitions.item(id, PetitionReconsideration.USER_RECORD_HEARING), false,
        petitions.today(), "双方均书面放弃听证。", "", List.of()), accounts.actor(CITY_REVIEWER));
  }

  private void ask(CaseId id) {
    service.ask(id, "油烟监测选在停业那天，不能采信。", List.of());
  }

  private void admit(CaseId id, String reviewer) {
    service.admit(id, petitions.item(id, PetitionReconsideration.USER_ADMIT), true, "", accounts.actor(reviewer));
  }

  private void draft(CaseId id, String reviewer) {
    var findings = cases.points(id).stream().map(point -> new Finding(point.number(), ReviewResult.UPHOLD,
        "重新调取了监测数据，均未超标。", "《中华人民共和国大气污染防治法》第八十一条", null)).toList();
    service.draft(new DraftOpinion(id, petitions.item(id, PetitionReconsideration.USER_EXAMINE), findings,
        cases.preferredMethod(id)), accounts.actor(reviewer));
  }

  private void approve(CaseId id, String leader) {
    service.decide(id, petitions.item(id, PetitionReconsideration.USER_APPROVE), true, "", accounts.actor(leader));
  }
}
