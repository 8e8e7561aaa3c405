package org.petitiondesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Screenings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Cases that somebody has torn loose behind the desk's back, and what makes them right again. */
@DeskTest
class LooseEndsTests {

  @Autowired
  private LooseEnds looseEnds;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Processes processes;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private Clocks clocks;
  @Autowired
  private ClockWatches watches;
  @Autowired
  private WatchTable table;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private Accounts accounts;
  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;

  static Stream<Map.Entry<String, Function<Petitions, CaseId>>> states() {
    return Map.<String, Function<Petitions, CaseId>>of("user_screen", Petitions::registered, "user_screen again",
        Petitions::screened, "user_handle", Petitions::accepted, "user_draft_reply", Petitions::drafted)
        .entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("states")
  void aLostProcessBeginsAgainWhereTheRegisterStands(Map.Entry<String, Function<Petitions, CaseId>> state) {
    var id = state.getValue().apply(petitions);
    lose(id, PetitionHandling.KEY);

    looseEnds.look(admin());

    assertThat(kinds(id)).containsExactly(LooseEnd.Kind.NO_WORK);

    mend(id, "");

    assertThat(kinds(id)).isEmpty();
    assertThat(processes.openTasks(id)).extracting(OpenTask::key).containsExactly(state.getKey().split(" ")[0]);
    looseEnds.look(admin());
    assertThat(kinds(id)).isEmpty();
    assertThat(acts(id)).contains("petition.restarted", "loose-end.mended");
  }

  @Test
  void aReportInAUnitWhereNobodyIsNamedAnyMoreReachesTheLeaderAbove() {
    var alone = Petitions.LEAD + ".leader";
    var leader = accounts.actor("office.leader");
    var id = petitions.register(Petitions.report(), leader).id();
    petitions.screen(id, Screenings.accept(Petitions.LEAD).report(), leader);
    looseEnds.look(admin());
    assertThat(kinds(id)).isEmpty();
    accounts.disable(alone, accounts.get(alone).version(), Optional.empty(), Actor.SYSTEM);
    try {
      looseEnds.look(admin());
      assertThat(kinds(id)).containsExactly(LooseEnd.Kind.NO_OWNER);
      mend(id, "");

      assertThat(processes.openTasks(id)).filteredOn(task -> task.key().equals(PetitionAssignment.USER_ACCEPT))
          .singleElement().extracting(OpenTask::assignee).isEqualTo(Optional.of("office.leader"));
      assertThat(cases.named(id)).containsExactlyInAnyOrder("office.leader", alone);
      assertThat(kinds(id)).isEmpty();
    } finally {
      accounts.enable(alone, accounts.get(alone).version(), Actor.SYSTEM);
    }
  }

  @Test
  void whatBeganAgainGoesOnToItsEnd() {
    var id = petitions.screened();
    lose(id, PetitionHandling.KEY);
    looseEnds.look(admin());

    mend(id, "");
    petitions.deliver(id, Outcome.SUPPORTED);

    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.DELIVERED);
  }

  @Test
  void nothingIsLooseInAnyState() {
    var ids = List.of(petitions.registered(), petitions.screened(), petitions.accepted(), petitions.drafted(),
        petitions.delivered(), petitions.register(Petitions.anonymous()).id());

    looseEnds.look(admin());

    assertThat(ids).allSatisfy(id -> assertThat(kinds(id)).isEmpty());
  }

  @Test
  void aTaskOfSomebodyWhoIsNotThereGoesToTheLeader() {
    var id = petitions.accepted();
    var task = processes.openTasks(id).get(0);
    processes.transfer(task.id(), "nobody-any-more", "", admin());
    looseEnds.look(admin());
    assertThat(kinds(id)).containsExactly(LooseEnd.Kind.NO_OWNER);

    mend(id, "");

    assertThat(processes.task(task.id()).orElseThrow().assignee()).hasValueSatisfying(
        account -> assertThat(accounts.get(account).enabled()).isTrue());
    looseEnds.look(admin());
    assertThat(kinds(id)).isEmpty();
  }

  @Test
  void aClockThatLostItsAlarmIsWatchedAgainAndKeepsItsDate() {
    var id = petitions.registered();
    var routing = clocks.of(id).get(0);
    runtime.deleteProcessInstance(table.find(routing.id()).orElseThrow().run(), "test");
    looseEnds.look(admin());
    assertThat(kinds(id)).containsExactly(LooseEnd.Kind.NO_ALARM);

    mend(id, "");

    assertThat(watches.isWatched(routing)).isTrue();
    assertThat(clocks.of(id).get(0).due()).isEqualTo(routing.due());
    looseEnds.look(admin());
    assertThat(kinds(id)).isEmpty();
  }

  @Test
  void whyNobodyCanBeReachedMustBeSaidByWhoMaySeeTheCase() {
    var id = petitions.register(Registrations.ordinary().channel(Channel.LETTER).onlyPetitioners(
        new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, "李冬梅", "", "", "", "", true, false))).id();
    looseEnds.look(admin());
    assertThat(kinds(id)).containsExactly(LooseEnd.Kind.NO_REACH);

    assertThatThrownBy(() -> mend(id, " ")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> looseEnds.mend(end(id).id(), "试过了", accounts.actor("health.leader")))
        .isInstanceOf(Forbidden.class);
    assertThat(kinds(id)).containsExactly(LooseEnd.Kind.NO_REACH);

    looseEnds.mend(end(id).id(), "来信没有写地址，村里也没有这个人。", accounts.actor("office.leader"));

    looseEnds.look(admin());
    assertThat(kinds(id)).isEmpty();
  }

  @Test
  void whatSomebodyElseHasMendedIsNotMendedTwice() {
    var id = petitions.registered();
    lose(id, PetitionHandling.KEY);
    looseEnds.look(admin());
    var end = end(id).id();
    looseEnds.mend(end, "", admin());

    assertThatThrownBy(() -> looseEnds.mend(end, "", admin())).isInstanceOf(Conflict.class);
    assertThat(processes.openTasks(id)).hasSize(1);
  }

  @Test
  void whatWentOnMeanwhileIsLeftAlone() {
    var id = petitions.accepted();
    var task = processes.openTasks(id).get(0);
    processes.transfer(task.id(), "nobody-any-more", "", admin());
    looseEnds.look(admin());
    processes.transfer(task.id(), Petitions.LEAD + ".handler", "", admin());

    mend(id, "");

    assertThat(processes.task(task.id()).orElseThrow().assignee()).contains(Petitions.LEAD + ".handler");
    assertThat(acts(id)).doesNotContain("loose-end.mended");
  }

  @Test
  void oneNodeLooksEachNight() {
    looseEnds.night();

    assertThat(looseEnds.night()).isEmpty();
  }

  @Test
  void leadersSeeTheResultAndTheirOwnCasesOnly() {
    var id = petitions.accepted();
    lose(id, PetitionHandling.KEY);
    looseEnds.look(admin());
    var code = cases.get(id).code();

    assertThat(mvc.get().uri("/operations/loose-ends").with(user(users.loadUserByUsername(Petitions.LEAD + ".leader"))))
        .hasStatusOk().bodyText().contains(code);
    assertThat(mvc.get().uri("/operations/loose-ends").with(user(users.loadUserByUsername("health.leader"))))
        .hasStatusOk().bodyText().doesNotContain(code);
    assertThat(mvc.get().uri("/operations/loose-ends").with(user(users.loadUserByUsername("officer"))))
        .hasStatus(HttpStatus.FORBIDDEN);
    assertThat(mvc.post().uri("/operations/loose-ends").with(csrf())
        .with(user(users.loadUserByUsername("health.leader")))).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(mvc.post().uri("/operations/loose-ends/" + end(id).id()).with(csrf())
        .with(user(users.loadUserByUsername("admin")))).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(kinds(id)).isEmpty();
  }

  private void lose(CaseId id, String process) {
    runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString(), process).list()
        .forEach(run -> runtime.deleteProcessInstance(run.getRootProcessInstanceId(), "test"));
  }

  private void mend(CaseId id, String reason) {
    looseEnds.mend(end(id).id(), reason, admin());
  }

  private LooseEnd end(CaseId id) {
    return ends(id).stream().findFirst().orElseThrow();
  }

  private List<LooseEnd.Kind> kinds(CaseId id) {
    return ends(id).stream().map(LooseEnd::kind).toList();
  }

  private List<LooseEnd> ends(CaseId id) {
    return looseEnds.found(Integer.MAX_VALUE, admin()).stream().filter(end -> end.caseId().equals(id)).toList();
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(entry -> entry.act()).toList();
  }

  private Actor admin() {
    return accounts.actor("admin");
  }
}
