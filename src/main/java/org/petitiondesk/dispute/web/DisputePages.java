package org.petitiondesk.dispute.web;

import java.util.List;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseLinks;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.dispute.AgreementService;
import org.petitiondesk.dispute.Committees;
import org.petitiondesk.dispute.MediationService;
import org.petitiondesk.dispute.Side;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of a dispute share. */
@Component
class DisputePages {

  private final MediationService mediation;
  private final AgreementService agreements;
  private final Committees committees;
  private final Turns turns;
  private final CaseFiles cases;
  private final CaseLinks links;
  private final Clocks clocks;
  private final Letters letters;
  private final Documents documents;

  DisputePages(MediationService mediation, AgreementService agreements, Committees committees, Turns turns,
      CaseFiles cases, CaseLinks links, Clocks clocks, Letters letters, Documents documents) {
    this.mediation = mediation;
    this.agreements = agreements;
    this.committees = committees;
    this.turns = turns;
    this.cases = cases;
    this.links = links;
    this.clocks = clocks;
    this.letters = letters;
    this.documents = documents;
  }

  /** The page of the case. */
  ModelAndView show(CaseId id, DisputeActForm form, Actor actor) {
    var file = cases.open(id, actor);
    var dispute = mediation.get(id, actor);
    var parties = cases.parties(id, actor);
    var ours = committees.isOf(dispute, actor);
    return new ModelAndView("dispute/show").addObject("file", file).addObject("dispute", dispute)
        .addObject("parties", parties).addObject("sides", Side.values())
        .addObject("otherUnknown", parties.stream().noneMatch(party -> party.role() == PartyRole.RESPONDENT))
        .addObject("held", cases.holds(file))
        .addObject("turns", turns.of(id, actor)).addObject("clocks", clocks.of(id))
        .addObject("documents", ours ? documents.of(id) : List.of())
        .addObject("letters", ours ? letters.of(id) : List.of())
        .addObject("links", links.of(id, actor)).addObject("inFull", cases.worksOn(id, actor))
        .addObject("ours", ours)
        .addObject("head", ours && actor.has(Role.LEADER))
        .addObject("members", ours ? committees.members(dispute) : List.of())
        .addObject("confirmation", agreements.confirmationTime(id)).addObject("form", form);
  }

  /** The page of an item, beside what is known of the dispute. */
  ModelAndView item(String view, CaseId id, String item, String step, Actor actor) {
    var dispute = mediation.forItem(id, item, step, actor);
    return new ModelAndView("dispute/" + view).addObject("file", cases.open(id, actor)).addObject("dispute", dispute)
        .addObject("parties", cases.parties(id, actor)).addObject("sides", Side.values())
        .addObject("documents", documents.of(id));
  }

  static ModelAndView again(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  static ModelAndView done(CaseId id, RedirectAttributes redirect, String what) {
    Forms.done(redirect, "dispute.done." + what);
    return SeeOther.to("/disputes/" + id);
  }
}
