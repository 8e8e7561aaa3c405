package org.petitiondesk.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DeskTest;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** Which clocks an assignment starts beside those that every petition has. */
@DeskTest
class AssignmentClocksTests {

  @Autowired
  private Petitions petitions;
  @Autowired
  private Clocks clocks;
  @Autowired
  private PetitionerService petitioners;
  @Autowired
  private PetitionFollowing following;
  @Autowired
  private MovableClock time;

  @BeforeEach
  void aMondayMorning() {
    time.setTo(Instant.parse("2026-03-02T02:00:00Z"));
  }

  @Test
  void anAssignedMatterHasTheDayThatTheAssignmentSets() {
    var id = petitions.registered();

    petitions.screen(id, Screenings.accept(Petitions.LEAD).reportBy(LocalDate.parse("2026-04-20")));

    assertThat(clock(id, Terms.ASSIGNED)).satisfies(clock -> {
      assertThat(clock.due().on()).isEqualTo("2026-04-20");
      assertThat(clock.unit()).isEqualTo(Petitions.LEAD);
      assertThat(clock.target()).contains(LocalDate.parse("2026-04-15"));
    });
  }

  @Test
  void aMatterThatIsPassedOnHasNoSuchClock() {
    assertThat(clocks.of(petitions.screened())).extracting(ClockState::kind).doesNotContain(Terms.ASSIGNED);
  }

  @Test
  void theDayForTheReportLiesAhead() {
    var id = petitions.registered();

    assertThatThrownBy(
        () -> petitions.screen(id, Screenings.accept(Petitions.LEAD).reportBy(LocalDate.parse("2026-03-02"))))
        .isInstanceOf(Refused.class).hasMessageContaining("report-by");
  }

  @Test
  void anotherUnitGetsTheMatterWithTheDayThatWasSet() {
    var id = petitions.registered();
    petitions.screen(id, Screenings.accept(Petitions.LEAD).reportBy(LocalDate.parse("2026-04-20")));
    petitions.sendBack(id, "不归我们管");

    petitions.reassign(id, "urban_management");

    assertThat(clock(id, Terms.ASSIGNED)).satisfies(clock -> {
      assertThat(clock.unit()).isEqualTo("urban_management");
      assertThat(clock.due().on()).isEqualTo("2026-04-20");
    });
  }

  @ParameterizedTest
  @CsvSource({
      // urgency, simple, clock, unit, due
      "EMERGENCY, false, hotline_emergency, HOUR, 2026-03-02T12:00",
      "URGENT, false, hotline_urgent, HOUR, 2026-03-03T10:00",
      "NORMAL, true, hotline_simple, DAY, 2026-03-10T00:00",
      "NORMAL, false, hotline_complex, DAY, 2026-03-18T00:00"})
  void aHotlineOrderIsDueByItsUrgency(Urgency urgency, boolean simple, String kind, TermUnit unit, String due) {
    var id = petitions.register(Petitions.byMail().channel(Channel.HOTLINE)).id();
    var screening = Screenings.accept(Petitions.LEAD).urgency(urgency);

    petitions.screen(id, simple ? screening.simple() : screening);

    assertThat(clock(id, kind)).satisfies(clock -> {
      assertThat(clock.term().unit()).isEqualTo(unit);
      assertThat(clock.due().moment()).isEqualTo(due);
    });
  }

  @Test
  void thePetitionerLearnsWhyADateIsThatDate() {
    var id = petitions.registered();
    petitions.screen(id, Screenings.supplement("请补充租赁合同。"));
    time.setTo(Instant.parse("2026-03-10T02:00:00Z"));
    petitioners.supplement(id, "合同见附件。", List.of());

    var deadline = following.of(id).until().orElseThrow();

    assertThat(deadline.kind()).isEqualTo(Terms.ROUTING);
    assertThat(deadline.pauses()).singleElement().satisfies(pause -> {
      assertThat(pause.waiting()).contains("supplement");
      assertThat(pause.from()).isEqualTo("2026-03-03");
      assertThat(pause.to()).isEqualTo("2026-03-10");
    });
    assertThat(deadline.extended()).isZero();
  }

  private ClockState clock(CaseId id, String kind) {
    return clocks.of(id).stream().filter(clock -> clock.kind().equals(kind)).findFirst().orElseThrow();
  }
}
