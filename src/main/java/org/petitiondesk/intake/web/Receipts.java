package org.petitiondesk.intake.web;

import org.petitiondesk.casefile.Receipt;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Hands the receipt over to the next page, once: it is in no address and no log. As texts, which a session can keep. */
final class Receipts {

  private Receipts() {}

  static void hand(Receipt receipt, RedirectAttributes redirect) {
    redirect.addFlashAttribute("receiptOf", receipt.id().toString());
    redirect.addFlashAttribute("code", receipt.code());
    redirect.addFlashAttribute("trackingCode", receipt.trackingCode());
    redirect.addFlashAttribute("secret", receipt.secret());
    redirect.addFlashAttribute("registeredOn", Dates.local(receipt.registeredAt()).toLocalDate().toString());
    redirect.addFlashAttribute("proof", receipt.proof().text());
  }

  static boolean isAt(Model model, CaseId id) {
    return id.toString().equals(model.getAttribute("receiptOf"));
  }

  static ModelAndView seeOther(String path) {
    var view = new RedirectView(path, true);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(view);
  }
}
