package org.petitiondesk.demo;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.dispute.Dispute.Mediator;
import org.petitiondesk.dispute.DisputeMediation;
import org.petitiondesk.dispute.DisputeQuery;
import org.petitiondesk.dispute.DisputeRegister;
import org.petitiondesk.dispute.DisputeState;
import org.petitiondesk.dispute.MediationService;
import org.petitiondesk.dispute.Side;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.people.Accounts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Of the disputes that the demo petitions were referred as, one is under way: both consent, a session is arranged. */
@Component
@Profile("demo")
class DemoDisputes {

  private static final DisputeQuery ALL = new DisputeQuery(Optional.empty(), Optional.empty(), Optional.empty(),
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final DisputeRegister register;
  private final MediationService mediation;
  private final Processes processes;
  private final Accounts accounts;
  private final MovableClock clock;

  DemoDisputes(DisputeRegister register, MediationService mediation, Processes processes, Accounts accounts,
      MovableClock clock) {
    this.register = register;
    this.mediation = mediation;
    this.processes = processes;
    this.accounts = accounts;
    this.clock = clock;
  }

  void make() {
    var mediator = accounts.actor("mediator");
    var found = register.find(ALL, mediator, Optional.empty()).rows();
    if (found.size() != 1 || found.get(0).state() != DisputeState.ASKING_CONSENT
        || !isOpen(found.get(0).id(), DisputeMediation.USER_NAME)) {
      return;
    }
    var id = found.get(0).id();
    var head = accounts.actor("liuyin.leader");
    mediation.nameOther(id, item(id, DisputeMediation.USER_NAME),
        NewParty.named(PartyRole.RESPONDENT, PartyKind.PERSON, "许望舒"), mediator);
    mediation.recordConsent(id, item(id, DisputeMediation.USER_CONSENT),
        Map.of(Side.APPLICANT, true, Side.OTHER, true), "", mediator);
    mediation.appoint(id, item(id, DisputeMediation.USER_ASSIGN), mediator.id(), Mediator.How.CHOSEN,
        "双方都信任该调解员。", true, head);
    mediation.record(id, Optional.of(Side.OTHER), false, "承认卫生间防水老化，愿意修，但认为吊顶报价偏高。", Dates.today(clock),
        List.of(), mediator);
    mediation.arrange(id, item(id, DisputeMediation.USER_ARRANGE),
        Dates.today(clock).plusDays(2).atTime(LocalTime.of(9, 30)), "柳荫街道调解室", "", false, mediator);
  }

  private boolean isOpen(CaseId id, String step) {
    return processes.openTasks(id).stream().anyMatch(task -> task.key().equals(step));
  }

  private String item(CaseId id, String step) {
    return processes.openTasks(id).stream().filter(task -> task.key().equals(step)).findFirst().orElseThrow().id();
  }
}
