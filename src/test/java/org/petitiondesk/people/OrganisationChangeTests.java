package org.petitiondesk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Screenings;
import org.springframework.beans.factory.annotation.Autowired;

/** Units are renamed, moved and dissolved, people change places, and nothing that is open is lost on the way. */
@DeskTest
class OrganisationChangeTests {

  private static final int ROUNDS = 5;

  @Autowired
  private Units units;
  @Autowired
  private Territories territories;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private Petitions petitions;
  @Autowired
  private Processes processes;
  @Autowired
  private AuditTrail audit;

  private final String id = "changing-" + UUID.randomUUID();

  @Test
  void aUnitTakesWhatLiesBelowAlongWhenItMoves() {
    var unit = created(id, "linjiang");
    var below = created(id + "-below", id);

    units.change(changed(unit, "搬迁后的单位", "market"), Actor.SYSTEM);

    assertThat(units.get(id)).satisfies(moved -> {
      assertThat(moved.name()).isEqualTo("搬迁后的单位");
      assertThat(moved.path()).isEqualTo("/linjiang/market/" + id + "/");
    });
    assertThat(units.get(below.id()).path()).isEqualTo("/linjiang/market/" + id + "/" + below.id() + "/");
    assertThat(units.selfAndBelow("market")).contains(id, below.id());
    assertThat(audit.newest(AuditTrail.HOUSE, Optional.empty()).rows())
        .anySatisfy(entry -> assertThat(entry.details()).containsEntry("unit", id).containsEntry("name", "搬迁后的单位"));
  }

  @Test
  void nothingCanBePutBelowItself() {
    var unit = created(id, "linjiang");
    var below = created(id + "-below", id);

    assertThatThrownBy(() -> units.change(changed(unit, "甲", id), Actor.SYSTEM)).isInstanceOf(Refused.class)
        .hasMessageContaining("people.refused.below-itself");
    assertThatThrownBy(() -> units.change(changed(unit, "甲", below.id()), Actor.SYSTEM)).isInstanceOf(Refused.class);
    assertThat(units.get(id)).isEqualTo(unit);
  }

  @Test
  void twoWhoPutEachUnitBelowTheOtherDoNotBothSucceed() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var one = created(id + "-one-" + round, "linjiang");
      var other = created(id + "-other-" + round, "linjiang");

      var told = Race.between(() -> units.change(changed(one, "甲", other.id()), Actor.SYSTEM),
          () -> units.change(changed(other, "乙", one.id()), Actor.SYSTEM));

      assertThat(told).singleElement().isInstanceOf(Refused.class);
      assertThat(units.selfAndBelow("linjiang")).contains(one.id(), other.id());
    }
  }

  @Test
  void nothingIsPutBelowAUnitThatIsBeingDissolved() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var unit = created(id + "-going-" + round, "linjiang");

      var told = Race.between(() -> units.dissolve(unit.id(), unit.version(), Actor.SYSTEM),
          () -> created(unit.id() + "-below", unit.id()));

      assertThat(told).singleElement().isInstanceOf(Refused.class);
    }
  }

  @Test
  void whoeverSawAnOldVersionChangesNothing() {
    var unit = created(id, "linjiang");
    units.change(changed(unit, "先改的", "linjiang"), Actor.SYSTEM);
    var place = territories.get("songling");

    assertThatThrownBy(() -> units.change(changed(unit, "后改的", "linjiang"), Actor.SYSTEM)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> units.dissolve(id, unit.version(), Actor.SYSTEM)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> territories.rename("songling", place.version() + 1, "别名", Actor.SYSTEM))
        .isInstanceOf(Conflict.class);
    assertThat(units.name(id)).isEqualTo("先改的");
    assertThat(territories.get("songling")).isEqualTo(place);
  }

  @Test
  void aUnitWithOpenWorkOrPeopleOrUnitsBelowIsNotDissolved() {
    assertThat(units.obstacles("xfj")).extracting(Units.Obstacle::sentence).contains("people.obstacle.accounts");
    petitions.screened();
    assertThat(units.obstacles(Petitions.LEAD)).extracting(Units.Obstacle::sentence).containsSubsequence(
        "casefile.open-cases", "inbox.open-items", "people.obstacle.accounts");
    assertThatThrownBy(() -> units.dissolve(Petitions.LEAD, units.get(Petitions.LEAD).version(), Actor.SYSTEM))
        .isInstanceOf(Refused.class);
    var unit = created(id, "linjiang");
    created(id + "-below", id);
    assertThatThrownBy(() -> units.dissolve(id, unit.version(), Actor.SYSTEM))
        .hasMessageContaining("people.obstacle.units");
  }

  @Test
  void aDissolvedUnitKeepsItsNameAndTakesOnNothing() {
    var unit = created(id, "linjiang");

    units.dissolve(id, unit.version(), Actor.SYSTEM);

    assertThat(units.name(id)).isEqualTo("新单位");
    assertThat(units.all()).extracting(Unit::id).doesNotContain(id);
    assertThat(units.competent("changing", "linjiang")).map(Unit::id).isNotEqualTo(Optional.of(id));
    assertThat(units.selfAndBelow("linjiang")).contains(id);
    assertThatThrownBy(() -> created(id + "-below", id)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> account(Role.HANDLER)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> units.change(changed(units.get(id), "甲", "linjiang"), Actor.SYSTEM))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void whoeverLeavesHandsOnWhatIsOpen() {
    created(id, "linjiang");
    var colleague = id + "-b";
    account(Role.HANDLER);
    account(colleague, Role.HANDLER);
    account(id + "-c", Role.LEADER);
    var given = held();
    var putBack = held();

    assertThat(accounts.heldBy(id)).isEqualTo(2);
    assertThatThrownBy(() -> accounts.disable(id, 0, Optional.of("nobody"), Actor.SYSTEM))
        .hasMessageContaining("people.refused.successor");
    assertThatThrownBy(() -> accounts.disable(id, 0, Optional.of(id + "-c"), Actor.SYSTEM))
        .hasMessageContaining("inbox.refused.successor");
    assertThat(accounts.heldBy(id)).isEqualTo(2);
    assertThat(accounts.get(id).enabled()).isTrue();

    accounts.disable(id, 0, Optional.of(colleague), Actor.SYSTEM);
    assertThat(accounts.get(id).enabled()).isFalse();
    assertThat(processes.openTasks(given).get(0).assignee()).contains(colleague);

    accounts.change(new ChangeAccount(colleague, 0, "新名", Optional.empty(), "xfj", Set.of(Role.OFFICER)), Actor.SYSTEM);
    assertThat(processes.openTasks(putBack).get(0).assignee()).isEmpty();
    assertThat(accounts.get(colleague)).satisfies(moved -> {
      assertThat(moved.name()).isEqualTo("新名");
      assertThat(moved.unit()).isEqualTo("xfj");
    });
  }

  @Test
  void anAccountThatSomebodyElseChangedIsNotOverwritten() {
    account(Role.AUDITOR, "");
    accounts.change(new ChangeAccount(id, 0, "第一次", Optional.empty(), "", Set.of(Role.AUDITOR)), Actor.SYSTEM);

    assertThatThrownBy(() -> accounts.change(
        new ChangeAccount(id, 0, "第二次", Optional.empty(), "", Set.of(Role.AUDITOR)), Actor.SYSTEM))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> accounts.disable(id, 0, Optional.empty(), Actor.SYSTEM)).isInstanceOf(Conflict.class);
    assertThat(accounts.name(id)).isEqualTo("第一次");
  }

  /** A case of the new unit that the account has claimed. */
  private CaseId held() {
    var petition = petitions.registered();
    petitions.screen(petition, Screenings.accept(id));
    processes.claim(petitions.item(petition, PetitionAssignment.USER_ACCEPT), accounts.actor(id));
    return petition;
  }

  private void account(Role role) {
    account(id, role);
  }

  private void account(String name, Role role) {
    account(name, role, id);
  }

  private void account(Role role, String unit) {
    account(id, role, unit);
  }

  private void account(String name, Role role, String unit) {
    accounts.create(new CreateAccount(name, "新人", unit, Set.of(role), Optional.empty(),
        passwords.hash("correct horse battery")), Actor.SYSTEM);
  }

  private Unit created(String unit, String parent) {
    units.create(new CreateUnit(unit, "新单位", Optional.of(parent), UnitKind.DEPARTMENT, "linjiang",
        Optional.of("changing")), Actor.SYSTEM);
    return units.get(unit);
  }

  private static ChangeUnit changed(Unit unit, String name, String parent) {
    return new ChangeUnit(unit.id(), unit.version(), name, Optional.of(parent), unit.kind(), unit.territory(),
        unit.function());
  }
}
