package org.petitiondesk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** Who stands in for whom, from when to when. Each test has people of its own. */
@DeskTest
class SubstitutesTests {

  private static final int ROUNDS = 8;

  @Autowired
  private Substitutes substitutes;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private MovableClock clock;

  private LocalDate today;
  private PasswordHash password;

  @BeforeEach
  void today() {
    today = Dates.today(clock);
    password = passwords.hash("petition-desk");
  }

  @Test
  void aSubstitutionBeginsAndEndsByItsDatesAlone() {
    var away = person("land", Role.HANDLER, Role.LEADER);
    var b = person("land", Role.HANDLER);
    substitutes.appoint(new AppointSubstitute(away, b, Optional.empty(), today.plusDays(2), today.plusDays(4)),
        actor(away));

    assertThat(substitutes.absentees(b)).isEmpty();
    on(today.plusDays(2));
    assertThat(substitutes.absentees(b)).singleElement().satisfies(absentee -> {
      assertThat(absentee.colleague().id()).isEqualTo(away);
      assertThat(absentee.colleague().roles()).containsExactlyInAnyOrder(Role.HANDLER, Role.LEADER);
      assertThat(absentee.everything()).isTrue();
    });
    on(today.plusDays(4));
    assertThat(substitutes.absentees(b)).hasSize(1);
    on(today.plusDays(5));
    assertThat(substitutes.absentees(b)).isEmpty();
    assertThat(substitutes.current(actor(b))).isEmpty();
    assertThat(substitutes.past(actor(b))).hasSize(1);
  }

  @Test
  void nobodyStandsInForSomebodyWhoCanNotLogInAnyMoreNorTheOtherWayRound() {
    var gone = person("land", Role.HANDLER);
    var b = person("land", Role.HANDLER);
    var c = person("land", Role.HANDLER);
    var d = person("land", Role.HANDLER);
    substitutes.appoint(new AppointSubstitute(gone, b, Optional.empty(), today, today.plusDays(4)), actor(gone));
    substitutes.appoint(new AppointSubstitute(c, d, Optional.empty(), today, today.plusDays(4)), actor(c));

    accounts.disable(gone, accounts.get(gone).version(), Optional.empty(), Actor.SYSTEM);
    accounts.disable(d, accounts.get(d).version(), Optional.empty(), Actor.SYSTEM);

    assertThat(substitutes.absentees(b)).isEmpty();
    assertThat(substitutes.current(actor(b))).isEmpty();
    assertThat(substitutes.current(actor(c))).as("c needs another substitute").isEmpty();
    accounts.enable(gone, accounts.get(gone).version(), Actor.SYSTEM);
    assertThat(substitutes.absentees(b)).as("it does not come back by itself").isEmpty();
  }

  @Test
  void oneKindOfWorkIsThatKindAlone() {
    var away = person("land", Role.HANDLER, Role.LEADER);
    var b = person("land", Role.HANDLER);
    appoint(away, b, Role.LEADER);

    var absentee = substitutes.absentees(b).get(0);

    assertThat(absentee.does(Optional.of(away), "leader@land")).isTrue();
    assertThat(absentee.does(Optional.empty(), "leader@land")).isTrue();
    assertThat(absentee.does(Optional.empty(), "leader@health")).isFalse();
    assertThat(absentee.does(Optional.of(away), "handler@land")).isFalse();
    assertThat(absentee.does(Optional.of(away), "")).isFalse();
    assertThat(absentee.does(Optional.of(b), "leader@land")).isFalse();
  }

  @Test
  void thereIsOneSubstituteAtATimeForOneKindOfWork() {
    var away = person("land", Role.HANDLER, Role.LEADER);
    var b = person("land", Role.HANDLER);
    var c = person("land", Role.LEADER);
    appoint(away, b, Role.LEADER);

    assertRefused("people.refused.substitute.overlap", away, c, Role.LEADER, today.plusDays(9), today.plusDays(20));
    assertRefused("people.refused.substitute.overlap", away, c, null, today, today);
    assertThatCode(() -> appoint(away, c, Role.HANDLER)).doesNotThrowAnyException();
    assertThatCode(() -> substitutes.appoint(new AppointSubstitute(away, c, Optional.of(Role.LEADER),
        today.plusDays(10), today.plusDays(11)), actor(away))).doesNotThrowAnyException();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    var away = person("land", Role.HANDLER);
    var b = person("land", Role.HANDLER);
    var auditor = person("", Role.AUDITOR);

    assertRefused("people.refused.substitute.oneself", away, away, null, today, today);
    assertRefused("people.refused.substitute.past", away, b, null, today.minusDays(1), today);
    assertRefused("people.refused.substitute.dates", away, b, null, today.plusDays(2), today.plusDays(1));
    assertRefused("people.refused.substitute.too-long", away, b, null, today, today.plusYears(2));
    assertRefused("people.refused.substitute.not-their-work", away, b, Role.LEADER, today, today);
    assertRefused("people.refused.substitute.can-not", away, auditor, null, today, today);
    assertRefused("people.refused.substitute.no-work", auditor, b, null, today, today);
    assertRefused("people.not-found.account", away, "nobody-at-all", null, today, today);
    assertThat(substitutes.current(actor(away))).isEmpty();
  }

  @Test
  void workNeverGoesOnToAThirdPerson() {
    var a = person("land", Role.HANDLER);
    var b = person("land", Role.HANDLER);
    var c = person("land", Role.HANDLER);
    appoint(a, b, null);

    assertRefused("people.refused.substitute.stands-in", b, c, null, today.plusDays(5), today.plusDays(30));
    assertRefused("people.refused.substitute.away", c, a, null, today, today);
    assertThat(substitutes.absentees(c)).isEmpty();
  }

  @Test
  void thePersonTheirLeaderAndAnAdministratorAppointAndNobodyElse() {
    var away = person("land", Role.HANDLER);
    var b = person("health", Role.HANDLER);
    var command = new AppointSubstitute(away, b, Optional.empty(), today, today);

    for (var stranger : Set.of(b, "health.leader", "land.handler", "auditor")) {
      assertThatThrownBy(() -> substitutes.appoint(command, actor(stranger))).as(stranger)
          .isInstanceOf(Forbidden.class);
    }
    for (var entitled : Set.of(away, "land.leader", "admin")) {
      var id = substitutes.appoint(command, actor(entitled));
      assertThat(substitutes.current(actor(entitled))).extracting(Substitution::id).contains(id);
      assertThatThrownBy(() -> substitutes.end(id, actor(b))).isInstanceOf(Forbidden.class);
      substitutes.end(id, actor(entitled));
    }
    assertThat(substitutes.mayBeAway(actor(b))).extracting(Account::id).containsExactly(b);
    assertThat(substitutes.mayBeAway(actor("health.leader"))).extracting(Account::unit).containsOnly("health");
    assertThat(substitutes.mayStandIn("land").get(0).unit()).isEqualTo("land");
  }

  @Test
  void anEarlyEndCountsAtOnceAndBothActsAreOnRecord() {
    var away = person("land", Role.HANDLER);
    var b = person("land", Role.HANDLER);
    appoint(away, b, null);
    var id = substitutes.current(actor(b)).get(0).id();
    assertThat(last("people.substitute-appointed").details()).containsEntry("account", away)
        .containsEntry("substitute", b).containsEntry("from", today.toString());

    substitutes.end(id, actor(away));
    substitutes.end(id, actor(away));

    assertThat(substitutes.absentees(b)).isEmpty();
    assertThat(last("people.substitute-ended").actorId()).isEqualTo(away);
    assertThat(audit.of(AuditTrail.HOUSE)).filteredOn(entry -> entry.act().equals("people.substitute-ended")
        && entry.details().get("account").equals(away)).hasSize(1);
    assertThatCode(() -> appoint(away, b, null)).doesNotThrowAnyException();
  }

  @Test
  void twoWhoAppointAtOnceMakeOneSubstitution() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var away = person("land", Role.HANDLER);
      var b = person("land", Role.HANDLER);
      var c = person("land", Role.HANDLER);

      var told = Race.between(() -> appoint(away, b, null), () -> appoint(away, c, null));

      assertThat(told).singleElement().isInstanceOfSatisfying(Refused.class,
          refused -> assertThat(refused.key()).isEqualTo("people.refused.substitute.overlap"));
      assertThat(substitutes.current(actor(away))).hasSize(1);
    }
  }

  private void appoint(String away, String substitute, Role work) {
    substitutes.appoint(
        new AppointSubstitute(away, substitute, Optional.ofNullable(work), today, today.plusDays(9)), actor(away));
  }

  private void assertRefused(String key, String away, String substitute, Role work, LocalDate from, LocalDate to) {
    var command = new AppointSubstitute(away, substitute, Optional.ofNullable(work), from, to);
    assertThatThrownBy(() -> substitutes.appoint(command, actor(away))).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(refused.key()).isEqualTo(key));
  }

  private void on(LocalDate day) {
    clock.setTo(day.atTime(9, 0).atZone(Dates.ZONE).toInstant());
  }

  private Actor actor(String id) {
    return accounts.actor(id);
  }

  private String person(String unit, Role... roles) {
    var id = "temp-" + UUID.randomUUID();
    accounts.create(new CreateAccount(id, "临时" + id, unit, Set.of(roles), Optional.empty(), password), Actor.SYSTEM);
    return id;
  }

  private AuditEntry last(String act) {
    return audit.of(AuditTrail.HOUSE).stream().filter(entry -> entry.act().equals(act))
        .reduce((earlier, later) -> later).orElseThrow();
  }
}
