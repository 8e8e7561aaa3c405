package org.petitiondesk.petition;

import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.CaseLinks;
import org.petitiondesk.casefile.CaseTimeline;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The case file (一案一档): one case with everything that belongs to it. That it was read or taken out is on record. */
@Component
@Transactional
public class PetitionFiles {

  private final CaseFiles cases;
  private final PetitionHistory history;
  private final Clocks clocks;
  private final Letters letters;
  private final Documents documents;
  private final CaseLinks links;
  private final CaseTimeline timeline;
  private final AuditTrail audit;

  PetitionFiles(CaseFiles cases, PetitionHistory history, Clocks clocks, Letters letters, Documents documents,
      CaseLinks links, CaseTimeline timeline, AuditTrail audit) {
    this.cases = cases;
    this.history = history;
    this.clocks = clocks;
    this.letters = letters;
    this.documents = documents;
    this.links = links;
    this.timeline = timeline;
    this.audit = audit;
  }

  /** For whoever may see the case. */
  public PetitionContents read(CaseId id, Actor actor) {
    var contents = contents(cases.open(id, actor), actor);
    audit.append(id, actor, "file.viewed", Map.of());
    return contents;
  }

  /** For those whom {@link #mayExport} names. */
  public PetitionContents export(CaseId id, Actor actor) {
    var petition = cases.open(id, actor);
    if (!mayExport(petition, actor)) {
      throw new Forbidden("petition.forbidden.export");
    }
    var contents = contents(petition, actor);
    audit.append(id, actor, "file.exported", Map.of("files", contents.documents().size()));
    return contents;
  }

  /** The officers and leaders of the units that work on the case, and its handling officer. */
  public boolean mayExport(CaseFile petition, Actor actor) {
    return cases.worksOn(petition.id(), actor) && (actor.has(Role.OFFICER) || actor.has(Role.LEADER)
        || petition.officer().filter(actor.id()::equals).isPresent());
  }

  private PetitionContents contents(CaseFile petition, Actor actor) {
    var id = petition.id();
    if (petition.kind() != CaseKind.PETITION) {
      // The file of a dispute is its committee's: what was said in confidence is in it.
      throw new NotFound("casefile.unknown", id);
    }
    return new PetitionContents(petition, cases.points(id), cases.parties(id, actor), history.notes(id),
        clocks.of(id).stream().map(clock -> clocks.story(id, clock.id())).toList(), cases.worksOn(id, actor),
        letters.of(id), documents.of(id), links.of(id, actor), history.withdrawal(id), timeline.all(id));
  }
}
