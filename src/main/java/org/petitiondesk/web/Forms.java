package org.petitiondesk.web;

import org.petitiondesk.kernel.Refused;
import org.springframework.beans.NotReadablePropertyException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What every form does the same way: show a refusal where it belongs, and say on the next page that it worked. */
public final class Forms {

  private Forms() {}

  /** Puts a refusal at its field, or above the form when it is about the whole form or about a field not shown there. */
  public static void refuse(BindingResult errors, Refused refused) {
    var arguments = refused.arguments().toArray();
    if (hasField(errors, refused.field())) {
      errors.rejectValue(refused.field(), refused.key(), arguments, refused.key());
    } else {
      errors.reject(refused.key(), arguments, refused.key());
    }
  }

  /** Does it when the form itself is in order; a refusal is put where it belongs. False: show the form again. */
  public static boolean carriedOut(BindingResult errors, Runnable act) {
    if (errors.hasErrors()) {
      return false;
    }
    try {
      act.run();
      return true;
    } catch (Refused refused) {
      refuse(errors, refused);
      return false;
    }
  }

  /** The same page again, 422, with the sentence beside its {@code web/form :: file}. */
  public static ModelAndView refused(ModelAndView again, Refused refused) {
    again.addObject("refused", refused.key()).addObject("refusedArguments", refused.arguments().toArray());
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  /** The next page shows this sentence once, in the alert area of its layout. */
  public static void done(RedirectAttributes redirect, String key, Object... arguments) {
    redirect.addFlashAttribute("done", key);
    redirect.addFlashAttribute("doneArguments", arguments);
  }

  private static boolean hasField(BindingResult errors, String field) {
    if (field.isEmpty()) {
      return false;
    }
    try {
      errors.getFieldValue(field);
      return true;
    } catch (NotReadablePropertyException e) {
      return false;
    }
  }
}
