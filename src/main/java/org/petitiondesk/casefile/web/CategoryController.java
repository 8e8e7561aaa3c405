package org.petitiondesk.casefile.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.casefile.CategoryImport;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The categories, and the sheet that they come from. */
@Controller
class CategoryController {

  private final Categories categories;
  private final CategoryImport sheets;

  CategoryController(Categories categories, CategoryImport sheets) {
    this.categories = categories;
    this.sheets = sheets;
  }

  @GetMapping("/administration/categories")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView list() {
    return new ModelAndView("casefile/categories").addObject("categories", categories.all());
  }

  @PostMapping("/administration/categories")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView take(@RequestParam MultipartFile sheet, Actor actor, RedirectAttributes redirect) {
    try {
      var imported = sheets.run(sheet.getBytes(), actor);
      Forms.done(redirect, "casefile.categories.imported", imported.rows(), imported.added());
      var list = new RedirectView("/administration/categories", true);
      list.setStatusCode(HttpStatus.SEE_OTHER);
      return new ModelAndView(list);
    } catch (Refused refused) {
      var again = list().addObject("refused", refused.key()).addObject("refusedArguments",
          refused.arguments().toArray());
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
