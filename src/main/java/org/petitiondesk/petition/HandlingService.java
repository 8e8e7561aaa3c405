package org.petitiondesk.petition;

import java.util.List;
import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Investigation by the lead unit and contributions of the co-handling units. */
@Service
@Transactional
public class HandlingService {

  private final CaseFiles cases;
  private final PetitionRecords records;
  private final Documents documents;
  private final OrdersAnew orders;
  private final AuditTrail audit;
  private final PetitionWorkflow workflow;

  HandlingService(CaseFiles cases, PetitionRecords records, Documents documents, OrdersAnew orders, AuditTrail audit,
      PetitionWorkflow workflow) {
    this.cases = cases;
    this.records = records;
    this.documents = documents;
    this.orders = orders;
    this.audit = audit;
    this.workflow = workflow;
  }

  /** Adds an investigation note with its evidence; the item stays open. Needs the handling officer. */
  public void note(CaseId id, String item, String text, List<Upload> evidence, Actor actor) {
    workflow.requireItem(id, item, PetitionHandling.USER_HANDLE, actor);
    add(id, NoteKind.INVESTIGATION, text, evidence, actor);
  }

  /** The last note and the end of the investigation in one. Needs the handling officer. */
  public void finish(CaseId id, String item, String text, List<Upload> evidence, Actor actor) {
    note(id, item, text, evidence, actor);
    finish(id, item, actor);
  }

  /** Ends the investigation; refused while there is not one note of it, after an order to handle anew not a new one. Needs the handling officer. */
  public void finish(CaseId id, String item, Actor actor) {
    workflow.requireItem(id, item, PetitionHandling.USER_HANDLE, actor);
    var notes = records.notes(id).stream().filter(note -> note.kind() == NoteKind.INVESTIGATION).toList();
    if (notes.isEmpty()) {
      throw Refused.at("text", "petition.refused.no-note");
    }
    orders.of(id).ifPresent(order -> {
      if (notes.stream().noneMatch(note -> note.writtenAt().isAfter(order.letter().issuedAt()))) {
        throw Refused.at("text", "petition.refused.no-new-note");
      }
    });
    audit.append(id, actor, "petition.investigated", Map.of());
    workflow.done(item, actor);
  }

  /** A co-handling unit's word to the lead unit; done with it. Needs HANDLER of that unit. */
  public void contribute(CaseId id, String item, String text, List<Upload> evidence, Actor actor) {
    workflow.requireItem(id, item, PetitionHandling.CONTRIBUTIONS, actor);
    add(id, NoteKind.CONTRIBUTION, text, evidence, actor);
    workflow.done(item, actor);
  }

  /**
   * Files what came to hand later: material when the petition office has it from the petitioner, else evidence. Whoever
   * works on the case may; the caller has checked that.
   */
  public void file(CaseId id, DocumentKind kind, List<Upload> files, Actor actor) {
    if (cases.get(id).isClosed()) {
      throw new Conflict("petition.conflict.closed");
    }
    if (files.isEmpty()) {
      throw Refused.at("files", "petition.refused.no-file");
    }
    files.forEach(upload -> documents.add(id, kind, upload, actor));
  }

  private void add(CaseId id, NoteKind kind, String text, List<Upload> evidence, Actor actor) {
    if (text.isBlank()) {
      throw Refused.at("text", "petition.refused.empty-note");
    }
    var unit = actor.asWhom().unit();
    records.addNote(id, kind, unit, text, actor);
    evidence.forEach(upload -> documents.add(id, DocumentKind.EVIDENCE, upload, actor));
    audit.append(id, actor, kind == NoteKind.INVESTIGATION ? "petition.noted" : "petition.contributed",
        Map.of("unit", unit, "files", evidence.size()));
  }
}
