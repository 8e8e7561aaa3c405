package org.petitiondesk.matter;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockTerms;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.OpenWorkReminded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the verbs of a process of its own do, to the matter of their run alone. Runs in the engine's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MatterSteps {

  private final MatterTable matters;
  private final MatterPosts posts;
  private final Clocks clocks;
  private final ClockTerms terms;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MatterSteps(MatterTable matters, MatterPosts posts, Clocks clocks, ClockTerms terms, AuditTrail audit,
      ApplicationEventPublisher events, Clock clock) {
    this.matters = matters;
    this.posts = posts;
    this.clocks = clocks;
    this.terms = terms;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * One that runs goes on: a step may be gone through again.
   *
   * @param hands the unit in whose hands the clock is
   */
  public void startClock(MatterId id, String kind, String hands) {
    var chain = get(id).id().chain();
    if (clocks.of(chain).stream().anyMatch(running -> running.running() && running.kind().equals(kind))) {
      return;
    }
    clocks.start(chain, kind, terms.of(kind).term(), Dates.today(clock), hands, Actor.SYSTEM);
  }

  public void stopClock(MatterId id, String kind) {
    clocks.stop(get(id).id().chain(), kind, Dates.today(clock), Actor.SYSTEM);
  }

  public void note(MatterId id, String words) {
    audit.append(get(id).id().chain(), Actor.SYSTEM, "matter.note", Map.of("words", words));
  }

  public void remind(MatterId id, String words) {
    var chain = get(id).id().chain();
    events.publishEvent(new OpenWorkReminded(chain, words, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    audit.append(chain, Actor.SYSTEM, "matter.reminded", Map.of("words", words));
  }

  /** @param receiver {@code role@unit} */
  public void tell(MatterId id, String receiver, String words) {
    var group = Group.of(receiver);
    posts.tell(get(id).id(), group, words, clock.instant());
    audit.append(id.chain(), Actor.SYSTEM, "matter.told", Map.of("receiver", group.toString(), "words", words));
  }

  public void publish(MatterId id, String heading, String words, int days) {
    var today = Dates.today(clock);
    posts.publish(get(id).id(), heading, words, today, today.plusDays(days), clock.instant());
    audit.append(id.chain(), Actor.SYSTEM, "matter.published", Map.of("heading", heading, "until",
        today.plusDays(days).toString()));
  }

  private Matter get(MatterId id) {
    return matters.find(id).orElseThrow(() -> new NotFound("matter.not-found.matter"));
  }
}
