package org.petitiondesk.petition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.PersonBarred;
import org.petitiondesk.casefile.PlainName;
import org.petitiondesk.casefile.Recusal;
import org.petitiondesk.casefile.Recusals;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseReviews;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recusal (回避) of a petition: declared by oneself, or asked for by the petitioner, an officer or a leader; decided by the
 * leader of the person's unit, about a leader by the unit above, and by the office where those have nothing to do with the
 * case. Whoever is barred is out of the case in that moment.
 */
@Service
@Transactional
public class RecusalService {

  private final CaseFiles cases;
  private final Recusals recusals;
  private final ReconsiderationRecords reconsiderations;
  private final ObjectionRecords objections;
  private final CaseReviews reviews;
  private final Accounts accounts;
  private final Units units;
  private final PetitionWorkflow petition;
  private final RecusalWorkflow workflow;

  RecusalService(CaseFiles cases, Recusals recusals, ReconsiderationRecords reconsiderations,
      ObjectionRecords objections, CaseReviews reviews, Accounts accounts, Units units, PetitionWorkflow petition,
      RecusalWorkflow workflow) {
    this.cases = cases;
    this.recusals = recusals;
    this.reconsiderations = reconsiderations;
    this.objections = objections;
    this.reviews = reviews;
    this.accounts = accounts;
    this.units = units;
    this.petition = petition;
    this.workflow = workflow;
  }

  /** Of the case, the oldest first; for whoever has sight of it. */
  @Transactional(readOnly = true)
  public List<Recusal> of(CaseId id) {
    return recusals.of(id);
  }

  /**
   * For whom the actor may ask: for themselves, officers and leaders also for the people of the units and bodies that have to
   * do with the case. Without those who are kept from it.
   */
  @Transactional(readOnly = true)
  public List<Account> mayBeAsked(CaseId id, Actor actor) {
    var others = actor.has(Role.OFFICER) || actor.has(Role.LEADER) ? involved(cases.get(id)) : Stream.<Account>empty();
    return Stream.concat(Stream.of(accounts.get(actor.id())),
        others.filter(account -> !account.id().equals(actor.id()) && !cases.isBarred(id, account))).toList();
  }

  /** Those whom the actor, as the leader who would decide about them, may find to have only the same name. */
  @Transactional(readOnly = true)
  public List<Account> mayBeCleared(CaseId id, Actor actor) {
    return recusals.namesakes(id).stream().filter(account -> actor.has(Role.LEADER) && !actor.id().equals(account.id()))
        .filter(account -> deciders(cases.get(id), account).filter(group -> actor.belongsTo(group)).isPresent())
        .toList();
  }

  /** Needs sight of the case. Refused for others than {@link #mayBeAsked}, and where nobody could decide. */
  public void ask(CaseId id, String account, String reason, Actor actor) {
    cases.requireSight(id, actor);
    if (mayBeAsked(id, actor).stream().noneMatch(person -> person.id().equals(account))) {
      throw Refused.at("account", "petition.refused.recusal.not-involved");
    }
    begin(id, account, reason, actor);
  }

  /**
   * On the public page, where the caller has checked tracking code and secret: the petitioner names a person, who is looked
   * for in the units that have to do with the petition. Refused when nobody there has that name.
   */
  public void askByPetitioner(CaseId id, String name, String reason) {
    var file = cases.get(id);
    var named = involved(file).filter(account -> PlainName.of(account.name()).equals(PlainName.of(name))).toList();
    if (named.isEmpty()) {
      throw Refused.at("name", "petition.refused.recusal.unknown-name");
    }
    named.forEach(account -> begin(id, account.id(), reason, Actor.PUBLIC));
  }

  /** Needs the item. Nobody decides about themselves: the question waits for another unit then. */
  public void decide(CaseId id, String item, boolean barred, String reason, Actor actor) {
    var asked = workflow.about(id, item, actor);
    if (actor.involves(recusals.get(asked).account())) {
      throw Refused.because("petition.refused.own-recusal");
    }
    recusals.decide(asked, barred, reason, actor);
    workflow.decided(item, barred, actor);
  }

  /** The question of an item, for the one who may decide it. */
  @Transactional(readOnly = true)
  public Recusal about(CaseId id, String item, Actor actor) {
    return recusals.get(workflow.about(id, item, actor));
  }

  /** Needs the leader who would decide about the person. */
  public void clear(CaseId id, String account, String reason, Actor actor) {
    cases.requireSight(id, actor);
    if (mayBeCleared(id, actor).stream().noneMatch(person -> person.id().equals(account))) {
      throw new Forbidden("petition.forbidden.clear-recusal");
    }
    recusals.clear(id, account, reason, actor);
  }

  /** Whoever handles the petition or answers for it is another person from now on, before the open items are handed on. */
  @EventListener
  @Order(1)
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(PersonBarred barred) {
    var file = cases.get(barred.caseId());
    if (file.kind() != CaseKind.PETITION || file.isClosed() || file.officer().isEmpty() || file.leader().isEmpty()) {
      return;
    }
    var before = barred.account();
    var officer = file.officer().get();
    var leader = file.leader().get();
    if (officer.equals(before)) {
      var next = free(file, Role.HANDLER, leader).or(() -> free(file, Role.LEADER, leader))
          .or(() -> Optional.of(leader)).get();
      replace(file, before, next, next, next.equals(leader) ? above(file, next).orElse(leader) : leader);
    } else if (leader.equals(before)) {
      above(file, officer).ifPresent(next -> replace(file, before, next, officer, next));
    }
  }

  private void replace(CaseFile file, String before, String after, String officer, String leader) {
    cases.inHands(file.id(), officer, leader, "", Actor.SYSTEM);
    petition.inHands(file.id(), before, after, officer, leader, "", Actor.SYSTEM);
  }

  /** Of the lead unit, and not the one who does the other part of the work. */
  private Optional<String> free(CaseFile file, Role role, String other) {
    return accounts.inUnit(file.leadUnit().orElseThrow(), role).stream()
        .filter(account -> !account.id().equals(other) && !cases.isBarred(file.id(), account)).map(Account::id)
        .findFirst();
  }

  /** A leader of the lead unit, the nearest one above it or the registering office, who is not the officer. */
  private Optional<String> above(CaseFile file, String officer) {
    return Stream.concat(lineage(file.leadUnit().orElseThrow()), Stream.of(file.registeringUnit()))
        .flatMap(unit -> accounts.inUnit(unit, Role.LEADER).stream())
        .filter(account -> !account.id().equals(officer) && !cases.isBarred(file.id(), account)).map(Account::id)
        .findFirst();
  }

  private void begin(CaseId id, String account, String reason, Actor by) {
    var recusal = recusals.ask(id, account, reason, by);
    var file = cases.get(id);
    var deciders = deciders(file, accounts.get(account))
        .orElseThrow(() -> Refused.because("petition.refused.recusal.nobody-decides"));
    if (file.isReport()) {
      free(file, deciders, account).forEach(leader -> cases.grant(id, leader.id(), Actor.SYSTEM));
    }
    workflow.begin(id, recusal, deciders);
  }

  /**
   * The leaders of the person's unit, about a leader those of the nearest unit above; at last the registering office's, as
   * for somebody of a panel, whose unit has no sight of the case.
   */
  private Optional<Group> deciders(CaseFile file, Account about) {
    var own = units(file).contains(about.unit()) ? lineage(about.unit()) : Stream.<String>empty();
    return Stream.concat(own.skip(about.roles().contains(Role.LEADER) ? 1 : 0),
        Stream.of(file.registeringUnit())).map(unit -> new Group(Role.LEADER, unit))
        .filter(group -> free(file, group, about.id()).findAny().isPresent()).findFirst();
  }

  private Stream<Account> free(CaseFile file, Group group, String about) {
    return accounts.inUnit(group.unit(), group.role()).stream()
        .filter(leader -> !leader.id().equals(about) && !cases.isAbout(file.id(), leader))
        .filter(leader -> file.isReport() || cases.sees(file.id(), leader.actor()));
  }

  private Stream<String> lineage(String unit) {
    return Stream
        .iterate(units.find(unit), Optional::isPresent, known -> known.flatMap(Unit::parent).flatMap(units::find))
        .map(known -> known.get().id());
  }

  /** The people of the units that handle it, of the body that reconsiders it, and whoever sits on its review. */
  private Stream<Account> involved(CaseFile file) {
    var units = units(file);
    var panel = reviews.panel(file.id());
    return accounts.all().stream().filter(account -> account.enabled() && account.actor().worksOnCases())
        .filter(account -> units.contains(account.unit()) || panel.contains(account.id()));
  }

  /** Those that have registered it, handle it, help, rule on an objection, or look at it once more. */
  private Set<String> units(CaseFile file) {
    var bodies = Stream.concat(reconsiderations.open(file.id()).map(Reconsideration::body).stream(),
        objections.open(file.id()).map(objection -> objection.last().body()).stream());
    return Stream.of(Stream.of(file.registeringUnit()), file.leadUnit().stream(), file.coUnits().stream(), bodies)
        .flatMap(each -> each).collect(Collectors.toSet());
  }
}
