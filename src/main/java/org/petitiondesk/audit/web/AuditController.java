package org.petitiondesk.audit.web;

import java.util.Optional;
import org.petitiondesk.audit.Anchors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.audit.AuditVerification;
import org.petitiondesk.kernel.CaseId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows that nothing was rewritten, or where it was. */
@Controller
class AuditController {

  private final AuditTrail trail;
  private final AuditVerification verification;
  private final Anchors anchors;

  AuditController(AuditTrail trail, AuditVerification verification, Anchors anchors) {
    this.trail = trail;
    this.verification = verification;
    this.anchors = anchors;
  }

  @GetMapping("/audit")
  @PreAuthorize("hasAnyRole('AUDITOR', 'ADMINISTRATOR')")
  ModelAndView show(@RequestParam(defaultValue = "") String chain, @RequestParam Optional<String> before) {
    var page = page();
    if (!chain.isBlank()) {
      page.addObject("chain", chain.strip());
      showChain(page, chain.strip(), before);
    }
    return page;
  }

  /** The answer is the result itself: it is true for this moment and for no page that could be asked for again. */
  @PostMapping("/audit/verification")
  @PreAuthorize("hasAnyRole('AUDITOR', 'ADMINISTRATOR')")
  ModelAndView verify() {
    var verdict = verification.verifyAll();
    return page().addObject("verdict", verdict);
  }

  @PostMapping("/audit/anchors")
  @PreAuthorize("hasAnyRole('AUDITOR', 'ADMINISTRATOR')")
  ModelAndView anchor() {
    var made = anchors.make();
    return page().addObject("anchored", made.isPresent());
  }

  private ModelAndView page() {
    return new ModelAndView("audit/audit").addObject("figures", trail.figures()).addObject("house",
        AuditTrail.HOUSE.toString());
  }

  private void showChain(ModelAndView page, String text, Optional<String> before) {
    try {
      var chain = CaseId.of(text);
      var newest = trail.newest(chain, before);
      page.addObject("entries", newest.rows()).addObject("next", newest.next().orElse(null));
      page.addObject("chainVerdict", verification.verify(chain));
    } catch (IllegalArgumentException e) {
      page.addObject("notAnId", true);
    }
  }
}
