package org.petitiondesk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.demo.DemoOrganisation;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class OrganisationTests {

  @Autowired
  private Units units;
  @Autowired
  private Territories territories;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private ApiKeys keys;
  @Autowired
  private PersonalData personalData;
  @Autowired
  private DemoOrganisation demo;
  @Autowired
  private PlatformTransactionManager transactions;

  @Test
  void aPlaceKnowsItsPlacesAboveAndItsFullName() {
    assertThat(territories.selfAndAbove("liuyin-guihua-01")).extracting(Territory::id)
        .containsExactly("liuyin-guihua-01", "liuyin-guihua", "liuyin", "linjiang");
    assertThat(territories.fullName("liuyin-guihua-01")).isEqualTo("云溪市临江区柳荫街道桂花社区第一网格");
    assertThat(territories.fullName("nowhere")).isEqualTo("nowhere");
  }

  @Test
  void theCompetentUnitIsTheNearestOneUpward() {
    assertThat(units.competent("street", "liuyin-guihua-01")).map(Unit::id).contains("liuyin");
    assertThat(units.competent("housing", "wanghu-hepan")).map(Unit::id).contains("housing");
    assertThat(units.competent("general", "linjiang")).map(Unit::id).contains("xfj");
    assertThat(units.competent("street", "linjiang")).isEmpty();
    assertThat(units.competent("fishing", "liuyin")).isEmpty();
    assertThat(units.competent("housing", "nowhere")).isEmpty();
  }

  @Test
  void aUnitSeesItselfAndWhatIsBelow() {
    assertThat(units.selfAndBelow("liuyin")).containsExactlyInAnyOrder("liuyin", "liuyin-guihua", "liuyin-yinxing");
    assertThat(units.selfAndBelow("linjiang")).contains("linjiang", "xfj", "housing", "songling-qingshi");
    assertThat(units.selfAndBelow("xfj")).containsExactly("xfj");
    assertThat(units.selfAndBelow("nowhere")).isEmpty();
  }

  @Test
  void anUnknownIdIsNotFoundButStillHasAName() {
    assertThatThrownBy(() -> units.get("nowhere")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> accounts.get("nobody")).isInstanceOf(NotFound.class);
    assertThat(units.name("nowhere")).isEqualTo("nowhere");
    assertThat(accounts.name("nobody")).isEqualTo("nobody");
    assertThat(accounts.name("system")).isEqualTo("系统");
    assertThat(accounts.name("api:demo")).isEqualTo("demo");
  }

  @Test
  void theDemoOrganisationHasItsPeopleAndIsMadeOnce() throws Exception {
    var before = accounts.count();

    demo.make();

    assertThat(accounts.count()).isEqualTo(before);
    assertThat(accounts.inUnit("xfj", Role.OFFICER)).extracting(Account::id)
        .contains("office.leader", "officer", "officer2")
        .isSorted().doesNotContain("admin");
    assertThat(accounts.inUnit("liuyin", Role.HANDLER)).extracting(Account::id).containsExactly("liuyin.handler",
        "liuyin.handler2");
    assertThat(accounts.actor("urban_management.leader").groups()).containsExactly("leader@urban_management");
    assertThat(accounts.all().stream()
        .filter(account -> account.email().filter(email -> email.endsWith("@linjiang.example"))
            .isPresent())
        .map(Account::name))
        .doesNotHaveDuplicates();
    assertThat(keys.holder("demo-api-key")).map(ApiKey::unit).contains("xfj");
  }

  @Test
  void whatIsCreatedIsKnownAtOnceAndForgottenAfterARollback() {
    var id = "unit-" + UUID.randomUUID();
    var command = new CreateUnit(id, "临时指挥部", Optional.of("linjiang"), UnitKind.DEPARTMENT, "linjiang",
        Optional.empty());

    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      units.create(command, Actor.SYSTEM);
      assertThat(units.find(id)).map(Unit::path).contains("/linjiang/" + id + "/");
      status.setRollbackOnly();
    });
    assertThat(units.find(id)).isEmpty();

    units.create(command, Actor.SYSTEM);
    assertThat(units.find(id)).isPresent();
    assertThatThrownBy(() -> units.create(command, Actor.SYSTEM)).isInstanceOf(Refused.class);
  }

  @Test
  void anAccountNeedsAUnitARoleAndAFreshId() {
    var password = passwords.hash("correct horse");
    var unit = new CreateAccount("newcomer", "新人", "nowhere", Set.of(Role.OFFICER), Optional.empty(), password);
    var role = new CreateAccount("newcomer", "新人", "xfj", Set.of(), Optional.empty(), password);
    var taken = new CreateAccount("officer", "新人", "xfj", Set.of(Role.OFFICER), Optional.empty(), password);
    var page = new CreateAccount("new", "新人", "xfj", Set.of(Role.OFFICER), Optional.empty(), password);
    var shape = new CreateAccount("api:x", "新人", "xfj", Set.of(Role.OFFICER), Optional.empty(), password);

    assertThatThrownBy(() -> accounts.create(unit, Actor.SYSTEM)).hasMessageContaining("people.not-found.unit");
    assertThatThrownBy(() -> accounts.create(role, Actor.SYSTEM)).hasMessageContaining("people.refused.no-role");
    assertThatThrownBy(() -> accounts.create(taken, Actor.SYSTEM)).hasMessageContaining("people.refused.id-taken");
    assertThatThrownBy(() -> accounts.create(page, Actor.SYSTEM)).as("the page on which accounts are made")
        .hasMessageContaining("people.refused.id-taken");
    assertThatThrownBy(() -> accounts.create(shape, Actor.SYSTEM)).hasMessageContaining("people.refused.id");
    assertThat(accounts.find("newcomer")).isEmpty();
  }

  @Test
  void theLastAdministratorStays() {
    assertThatThrownBy(() -> accounts.disable("admin", 0, Optional.empty(), Actor.SYSTEM))
        .hasMessageContaining("people.refused.last-administrator");
    assertThatThrownBy(() -> accounts.change(
        new ChangeAccount("admin", 0, "管理员", Optional.empty(), "xfj", Set.of(Role.OFFICER)), Actor.SYSTEM))
        .hasMessageContaining("people.refused.last-administrator");

    assertThat(accounts.get("admin").enabled()).isTrue();
  }

  @Test
  void aShortOrOverlongPasswordIsRefused() {
    assertThatThrownBy(() -> passwords.hash("123456789")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> passwords.hash("密".repeat(25))).isInstanceOf(Refused.class);
    assertThat(passwords.random()).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}").isNotEqualTo(passwords.random());
  }

  @Test
  void aDisabledKeyOpensNothing() {
    var name = "key-" + UUID.randomUUID();
    var key = keys.create(name, "xfj", Actor.SYSTEM);
    assertThat(keys.holder(key)).map(ApiKey::name).contains(name);

    keys.enable(name, false, Actor.SYSTEM);

    assertThat(keys.holder(key)).isEmpty();
    assertThat(keys.holder("")).isEmpty();
  }

  @Test
  void aProtectedValueIsReadBackAndFoundAgain() {
    var one = personalData.encrypt("330102199001011234");
    var two = personalData.encrypt("330102199001011234");

    assertThat(one).isNotEqualTo(two);
    assertThat(personalData.decrypt(one)).isEqualTo("330102199001011234");
    assertThat(personalData.decrypt(personalData.encrypt(""))).isEmpty();
    assertThat(personalData.blindIndex("13800000000")).isEqualTo(personalData.blindIndex("13800000000"))
        .isNotEqualTo(personalData.blindIndex("13800000001")).hasSize(64);
    one[20] ^= 1;
    assertThatThrownBy(() -> personalData.decrypt(one)).isInstanceOf(IllegalStateException.class);
  }
}
