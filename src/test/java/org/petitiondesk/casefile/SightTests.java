package org.petitiondesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.petitiondesk.casefile.Registrations.ordinary;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may see what: my unit and below, or mine; reports only for those named on them. */
@DeskTest
class SightTests {

  @Autowired
  private CaseFiles files;
  @Autowired
  private CaseSight sight;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private Passwords passwords;

  @Test
  void theRegisteringOfficeSeesItsCasesAndOtherUnitsDoNot() {
    var id = registered(ordinary());

    assertSees(id, "officer", "officer2", "office.leader", "reviewer");
    assertBlind(id, "housing.handler", "housing.leader", "liuyin.handler", "mediator", "grid");
  }

  @Test
  void rolesThatDoNotWorkOnCasesSeeNone() {
    var id = registered(ordinary());

    assertBlind(id, "admin", "auditor", "designer");
    assertThat(seen(Actor.PUBLIC, id)).isFalse();
    assertThat(seen(Actor.SYSTEM, id)).isFalse();
    assertThat(seen(new Actor("api:other", "other", "xfj", Set.of()), id)).isFalse();
    var byPublic = files.register(ordinary().channel(Channel.WEB).command(), Actor.PUBLIC).id();
    assertThat(seen(Actor.PUBLIC, byPublic)).isFalse();
  }

  @Test
  void anAssignedUnitSeesTheCaseUntilItIsAssignedToAnother() {
    var id = registered(ordinary());
    files.assigned(id, "housing", List.of("liuyin"), officer());
    assertSees(id, "housing.handler", "housing.leader", "liuyin.handler2");

    files.assigned(id, "environment", List.of(), officer());

    assertBlind(id, "housing.handler", "liuyin.handler2");
    assertSees(id, "environment.handler");
  }

  @Test
  void aUnitSeesWhatTheUnitsBelowItHave() {
    var id = registered(ordinary().unit("liuyin-guihua"));

    assertSees(id, "liuyin.handler", "grid", "reviewer");
    assertBlind(id, "wanghu.handler", "officer2");
  }

  @Test
  void theLeaderInChargeSeesTheCaseWhereverHeSits() {
    var id = registered(ordinary());
    files.assigned(id, "housing", List.of(), officer());
    files.accepted(id, "housing.handler", "transport.leader", officer());

    assertSees(id, "transport.leader");
    assertBlind(id, "transport.handler");
  }

  @Test
  void aReportIsSeenByTheOfficerWhoWroteItDownAndNobodyElse() {
    var id = registered(ordinary().against(PartyKind.PERSON, "某科长"));

    assertSees(id, "officer");
    assertBlind(id, "officer2", "office.leader", "reviewer");
    assertThat(rows("officer")).contains(id);
    assertThat(rows("officer2")).doesNotContain(id);
  }

  @Test
  void aReportFromThePublicIsSeenByTheLeadersOfTheOfficeUntilTheyNameOthers() {
    var id = files.register(ordinary().channel(Channel.WEB).anonymous().against(PartyKind.PERSON, "某科长").command(),
        Actor.PUBLIC).id();
    assertSees(id, "office.leader");
    assertBlind(id, "officer", "officer2");

    files.grant(id, "officer2", accounts.actor("office.leader"));
    files.grant(id, "officer2", accounts.actor("office.leader"));

    assertSees(id, "officer2");
    assertBlind(id, "officer");
    assertThat(acts(id)).filteredOn("case.granted"::equals).hasSize(2);
  }

  @Test
  void everyLookAtAReportIsOnRecord() {
    var id = registered(ordinary().against(PartyKind.PERSON, "某科长"));

    files.open(id, officer());
    files.open(id, officer());

    assertThat(acts(id)).filteredOn("report.viewed"::equals).hasSize(2);
    assertThatThrownBy(() -> files.open(id, accounts.actor("officer2"))).isInstanceOf(NotFound.class);
    var ordinary = registered(ordinary());
    files.open(ordinary, officer());
    assertThat(acts(ordinary)).doesNotContain("report.viewed");
  }

  @Test
  void theUnitReportedNeverSeesTheReport() {
    var id = registered(ordinary().against(PartyKind.ORGANISATION, "临江区信访局办证大厅")
        .against(PartyKind.ORGANISATION, "云溪市临江区住房和城乡建设局"));
    assertThatThrownBy(() -> files.grant(id, "housing.leader", officer())).isInstanceOf(Refused.class)
        .hasMessageContaining("respondent");
    assertThatThrownBy(() -> files.assigned(id, "housing", List.of(), officer())).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> files.assigned(id, "police", List.of("housing"), officer())).isInstanceOf(Refused.class);

    files.assigned(id, "police", List.of(), officer());
    files.grant(id, "police.handler", officer());

    assertSees(id, "police.handler");
    assertBlind(id, "police.handler2", "housing.leader", "housing.handler");
  }

  @Test
  void theUnitsBelowTheOneReportedAreKeptOutToo() {
    var id = registered(ordinary().against(PartyKind.ORGANISATION, "柳荫街道办事处"));

    assertThatThrownBy(() -> files.grant(id, "grid", officer())).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> files.assigned(id, "liuyin-guihua", List.of(), officer())).isInstanceOf(Refused.class);
  }

  @Test
  void thePersonReportedNeverSeesTheReport() {
    var leader = accounts.get("office.leader");
    var id = files.register(ordinary().channel(Channel.WEB).anonymous().against(PartyKind.PERSON, leader.name())
        .command(), Actor.PUBLIC).id();

    assertBlind(id, "office.leader");
    assertThatThrownBy(() -> files.grant(id, "office.leader", officer())).isInstanceOf(Refused.class);
    var own = files.register(ordinary().against(PartyKind.PERSON, officer().name()).command(), officer()).id();
    assertBlind(own, "officer");
  }

  @Test
  void aReportAboutTheOfficeGoesToTheLeaderOfTheUnitAbove() {
    accounts.create(new CreateAccount("sight.district", "区长", "linjiang", Set.of(Role.LEADER), Optional.empty(),
        passwords.hash("petition-desk")), accounts.actor("admin"));
    try {
      var id = files.register(ordinary().channel(Channel.WEB).anonymous().against(PartyKind.ORGANISATION, "临江区信访局")
          .command(), Actor.PUBLIC).id();
      var written = registered(ordinary().against(PartyKind.ORGANISATION, "临江区信访局"));

      assertSees(id, "sight.district");
      assertSees(written, "sight.district");
      assertBlind(id, "office.leader", "officer");
      assertBlind(written, "office.leader", "officer");
      assertThat(files.named(id)).containsExactly("sight.district");
    } finally {
      accounts.disable("sight.district", accounts.get("sight.district").version(), Optional.empty(),
          accounts.actor("admin"));
    }
  }

  @Test
  void aReportAboutTheGovernmentCanStillBeTakenUp() {
    var id = registered(ordinary().against(PartyKind.ORGANISATION, "临江区人民政府"));

    assertSees(id, "officer");
    assertThatThrownBy(() -> files.grant(id, "reviewer", officer())).isInstanceOf(Refused.class);
  }

  @Test
  void aCaseThatScreeningFindsToBeAReportIsClosedToTheOthers() {
    var id = registered(ordinary());
    assertSees(id, "officer2");

    files.screened(id, "discipline", Urgency.NORMAL, false, DemandClass.REPORT, officer());

    assertSees(id, "officer");
    assertBlind(id, "officer2", "office.leader");
  }

  @Test
  void thoseWhoWorkOnACaseReadItsPartiesInFullAndThatIsOnRecord() {
    var id = registered(ordinary());
    files.assigned(id, "liuyin", List.of(), officer());
    files.accepted(id, "liuyin.handler", "liuyin.leader", officer());

    assertThat(files.parties(id, accounts.actor("liuyin.handler2")).get(0).phone()).isEqualTo("13800138000");
    assertThat(files.parties(id, accounts.actor("reviewer"))).singleElement().satisfies(party -> {
      assertThat(party.name()).isEqualTo("张**");
      assertThat(party.identityNumber()).isEqualTo("330****21");
      assertThat(party.phone()).isEqualTo("138****00");
      assertThat(party.email()).isEqualTo("z****@example.cn");
      assertThat(party.address()).isEqualTo("云溪市临江区****");
    });
    assertThat(audit.of(id)).filteredOn(entry -> entry.act().equals("parties.viewed")).extracting(AuditEntry::actorId)
        .containsExactly("liuyin.handler2");
    assertThatThrownBy(() -> files.parties(id, accounts.actor("wanghu.handler"))).isInstanceOf(NotFound.class);
  }

  @Test
  void theListShowsOnlyWhatMayBeSeenAndPagesThroughAllOfIt() {
    var marker = UUID.randomUUID().toString();
    for (var i = 0; i < RegisterList.PAGE_SIZE * 2 + 3; i++) {
      registered(ordinary().title(marker + " 第" + i + "件"));
    }
    var query = new CaseQuery(Optional.of(marker), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    var first = files.find(query, officer(), Optional.empty());
    var second = files.find(query, officer(), first.next());
    var third = files.find(query, officer(), second.next());

    assertThat(List.of(first.rows().size(), second.rows().size(), third.rows().size())).containsExactly(25, 25, 3);
    assertThat(third.next()).isEmpty();
    assertThat(first.rows().get(0).title()).endsWith("第52件");
    assertThat(third.rows()).extracting(CaseRow::title).doesNotContainAnyElementsOf(
        second.rows().stream().map(CaseRow::title).toList());
    assertThat(files.find(query, accounts.actor("housing.handler"), Optional.empty()).rows()).isEmpty();
    assertThat(files.find(query, accounts.actor("admin"), Optional.empty()).rows()).isEmpty();
    assertThat(files.find(query, officer(), Optional.of("rubbish"))).isEqualTo(first);
  }

  @Test
  void everyFilterNarrowsTheList() {
    var marker = "过滤" + UUID.randomUUID() + "_100%";
    var id = registered(ordinary().title(marker).territory("wanghu-hepan-01"));
    files.screened(id, "environment.noise", Urgency.NORMAL, false, DemandClass.CLAIM, officer());
    files.assigned(id, "environment", List.of("wanghu"), officer());
    var code = files.get(id).code();
    var day = Registrations.RECEIVED;

    assertThat(found(q(code, null, null, null, null))).containsExactly(id);
    assertThat(found(q(code.toLowerCase(), null, null, null, null))).containsExactly(id);
    assertThat(found(q(marker.substring(2), CaseStatus.ASSIGNED, "environment", "wanghu", "wanghu")))
        .containsExactly(id);
    assertThat(found(q(marker, CaseStatus.CLOSED, null, null, null))).isEmpty();
    assertThat(found(q(marker, null, "env", null, null))).isEmpty();
    assertThat(found(q(marker, null, null, "liuyin", null))).isEmpty();
    assertThat(found(q(marker, null, null, null, "liuyin"))).isEmpty();
    assertThat(found(q(marker.replace("_", "x"), null, null, null, null))).isEmpty();
    assertThat(found(new CaseQuery(Optional.of(marker), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.of(CaseKind.PETITION), Optional.of(day), Optional.of(day)))).containsExactly(id);
    assertThat(found(new CaseQuery(Optional.of(marker), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(day.plusDays(1)), Optional.empty()))).isEmpty();
    assertThat(found(new CaseQuery(Optional.of(marker), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.of(CaseKind.DISPUTE), Optional.empty(), Optional.empty()))).isEmpty();
  }

  private static CaseQuery q(String text, CaseStatus status, String category, String unit, String territory) {
    return new CaseQuery(Optional.of(text), Optional.ofNullable(status), Optional.ofNullable(category),
        Optional.ofNullable(unit), Optional.ofNullable(territory), Optional.empty(), Optional.empty(),
        Optional.empty());
  }

  private List<CaseId> found(CaseQuery query) {
    return files.find(query, officer(), Optional.empty()).rows().stream().map(CaseRow::id).toList();
  }

  private List<CaseId> rows(String account) {
    return files.find(CaseQuery.everything(), accounts.actor(account), Optional.empty()).rows().stream()
        .map(CaseRow::id).toList();
  }

  private Actor officer() {
    return accounts.actor("officer");
  }

  private CaseId registered(Registrations registration) {
    return files.register(registration.command(), officer()).id();
  }

  private boolean seen(Actor actor, CaseId id) {
    try {
      sight.require(id, actor);
      return true;
    } catch (NotFound e) {
      return false;
    }
  }

  private void assertSees(CaseId id, String... names) {
    assertThat(names).allSatisfy(name -> {
      assertThat(accounts.get(name).roles()).isNotEmpty().doesNotContain(Role.ADMINISTRATOR);
      assertThatCode(() -> sight.require(id, accounts.actor(name))).doesNotThrowAnyException();
    });
  }

  private void assertBlind(CaseId id, String... names) {
    assertThat(names).allSatisfy(name -> assertThatThrownBy(() -> sight.require(id, accounts.actor(name)))
        .isInstanceOf(NotFound.class));
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(AuditEntry::act).toList();
  }
}
