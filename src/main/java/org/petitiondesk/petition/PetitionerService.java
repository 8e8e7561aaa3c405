package org.petitiondesk.petition;

import java.util.List;
import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.Texts;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the petitioner does to a petition on the register: supplement, rate, withdraw. It comes in on the public page
 * (the caller has checked tracking code and secret) or through an officer of the registering unit.
 */
@Service
@Transactional
public class PetitionerService {

  private static final int LONGEST_TEXT = 20_000;

  private final CaseFiles cases;
  private final Documents documents;
  private final PetitionRecords records;
  private final AuditTrail audit;
  private final PetitionWorkflow workflow;
  private final DissatisfactionService dissatisfaction;
  private final ReconsiderationService reconsiderations;

  PetitionerService(CaseFiles cases, Documents documents, PetitionRecords records, AuditTrail audit,
      PetitionWorkflow workflow, DissatisfactionService dissatisfaction,
      ReconsiderationService reconsiderations) {
    this.cases = cases;
    this.documents = documents;
    this.records = records;
    this.audit = audit;
    this.workflow = workflow;
    this.dissatisfaction = dissatisfaction;
    this.reconsiderations = reconsiderations;
  }

  /** An officer records the supplement that came over the counter. */
  public void recordSupplement(CaseId id, String item, String text, List<Upload> material, Actor actor) {
    workflow.requireItem(id, item, PetitionHandling.USER_RECORD_SUPPLEMENT, actor);
    addSupplement(id, text, material, actor);
    workflow.supplementRecorded(item, actor);
  }

  /** The petitioner answers a question on the public page, or adds something that nobody asked for. */
  public void supplement(CaseId id, String text, List<Upload> material) {
    var status = cases.get(id).status();
    if (status == CaseStatus.DELIVERED || status == CaseStatus.CLOSED) {
      throw new Conflict("petition.conflict.too-late-to-supplement");
    }
    addSupplement(id, text, material, Actor.PUBLIC);
    if (status == CaseStatus.AWAITING_SUPPLEMENT && !workflow.supplementReceived(id, Actor.PUBLIC)) {
      throw new Conflict("petition.conflict.no-supplement-wanted");
    }
  }

  /** One rating for each answer, once that has been delivered. */
  public void rate(RatePetition rating, Actor actor) {
    Texts.check("comment", rating.comment(), LONGEST_TEXT);
    var petition = cases.get(rating.id());
    if (records.rating(rating.id()).isPresent()) {
      throw new Conflict("petition.conflict.rated");
    }
    if (petition.status() != CaseStatus.DELIVERED) {
      throw new Conflict("petition.conflict.not-rateable");
    }
    records.addRating(rating, actor);
    audit.append(rating.id(), actor, "petition.rated", Map.of("solved", rating.solved().name(), "unitRating",
        rating.unit().name(), "officeRating", rating.office().name(), "via", rating.via().name()));
    if (!workflow.rated(rating.id(), actor)) {
      throw new Conflict("petition.conflict.not-rateable");
    }
    dissatisfaction.rated(rating, actor);
  }

  /**
   * Ends the petition at the petitioner's wish, as long as its answer is not delivered; after that, and as long as a
   * higher body has not decided on it, the request to look at it once more.
   */
  public void withdraw(CaseId id, String reason, Actor actor) {
    var petition = cases.get(id);
    if (petition.status() == CaseStatus.RECONSIDERATION) {
      reconsiderations.withdraw(id, reason, actor);
      return;
    }
    if (petition.status() == CaseStatus.DELIVERED || petition.isClosed()) {
      throw new Conflict("petition.conflict.too-late-to-withdraw");
    }
    if (reason.isBlank()) {
      throw Refused.at("reason", "petition.refused.no-reason.withdraw");
    }
    Texts.check("reason", reason, LONGEST_TEXT);
    records.addWithdrawal(id, reason, actor);
    // Without the reason: it is the petitioner's own words and not a decision.
    audit.append(id, actor, "petition.withdrawn", Map.of());
    if (!workflow.withdrawn(id, actor)) {
      throw new Conflict("petition.conflict.too-late-to-withdraw");
    }
  }

  private void addSupplement(CaseId id, String text, List<Upload> material, Actor actor) {
    if (text.isBlank() && material.isEmpty()) {
      throw Refused.at("text", "petition.refused.empty-supplement");
    }
    Texts.check("text", text, LONGEST_TEXT);
    records.addSupplementAnswer(id, text, actor);
    material.forEach(upload -> documents.add(id, DocumentKind.MATERIAL, upload, actor));
    audit.append(id, actor, "petition.supplemented", Map.of("files", material.size()));
  }
}
