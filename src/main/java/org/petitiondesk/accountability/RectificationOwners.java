package org.petitiondesk.accountability;

import java.util.List;
import java.util.Set;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CasePost;
import org.petitiondesk.casefile.CasePosts;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Component;

/** Who can answer for a measure, and who may inspect it. */
@Component
class RectificationOwners {

  private static final List<Role> ROLES = List.of(Role.HANDLER, Role.OFFICER, Role.LEADER);

  private final CasePosts posts;
  private final CaseFiles cases;
  private final Accounts accounts;

  RectificationOwners(CasePosts posts, CaseFiles cases, Accounts accounts) {
    this.posts = posts;
    this.cases = cases;
    this.accounts = accounts;
  }

  /** Those of the unit who work on cases and whom this one is not about; of a report only who is named on it. */
  List<Account> of(CaseFile file, String unit) {
    var named = file.isReport() ? Set.copyOf(cases.named(file.id())) : Set.<String>of();
    return ROLES.stream().flatMap(role -> accounts.inUnit(unit, role).stream()).distinct()
        .filter(account -> !cases.isAbout(file.id(), account))
        .filter(account -> !file.isReport() || named.contains(account.id())).toList();
  }

  /** The owner in person, or whoever works in the unit when the owner is there no more. */
  CasePost post(CaseFile file, String unit, String owner) {
    return of(file, unit).stream().filter(account -> account.id().equals(owner)).findFirst()
        .map(account -> new CasePost(new Group(role(account), unit), owner))
        .orElseGet(() -> posts.working(file, unit));
  }

  CasePost inspecting(CaseFile file, Rectification rectification) {
    return posts.deciding(file, Group.of(rectification.desk()), rectification.openedBy());
  }

  /**
   * Nobody inspects what they answer for or have reported themselves. Nobody of the unit or below it inspects either, for
   * they would be judging their own house; only where its own desk lies there, because nobody is above (the government's
   * own office), somebody else of it may, and the record says so.
   */
  boolean mayInspect(Rectification rectification, Measure measure, Actor actor) {
    var own = actor.involves(measure.owner())
        || measure.lastCompletion().filter(report -> actor.involves(report.by())).isPresent();
    return !own && (!isWithin(rectification, actor)
        || posts.belongsTo(rectification.office(), rectification.unit()));
  }

  boolean isWithin(Rectification rectification, Actor actor) {
    return posts.belongsTo(actor.asWhom(), rectification.unit()) || posts.belongsTo(actor, rectification.unit());
  }

  String name(String account) {
    return accounts.name(account);
  }

  private static Role role(Account account) {
    return ROLES.stream().filter(account.roles()::contains).findFirst()
        .orElseThrow();
  }
}
