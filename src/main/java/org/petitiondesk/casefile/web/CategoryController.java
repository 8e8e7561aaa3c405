package org.petitiondesk.casefile.web;

import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.casefile.CategoryChanges;
import org.petitiondesk.casefile.CategoryImport;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The categories, one by one and as the sheet that they come from. */
@Controller
class CategoryController {

  private static final String LIST = "/administration/categories";

  private final Categories categories;
  private final CategoryChanges changes;
  private final CategoryImport sheets;

  CategoryController(Categories categories, CategoryChanges changes, CategoryImport sheets) {
    this.categories = categories;
    this.changes = changes;
    this.sheets = sheets;
  }

  @GetMapping(LIST)
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView list() {
    return new ModelAndView("casefile/categories").addObject("categories", categories.ever());
  }

  /** With {@code rehearse} the page says what the sheet would add, and nothing is changed. */
  @PostMapping(LIST)
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView take(@RequestParam MultipartFile sheet, @RequestParam(defaultValue = "false") boolean rehearse,
      Actor actor, RedirectAttributes redirect) {
    try {
      if (rehearse) {
        return list().addObject("rehearsal", sheets.rehearse(sheet.getBytes()));
      }
      var imported = sheets.run(sheet.getBytes(), actor);
      Forms.done(redirect, "casefile.categories.imported", imported.rows(), imported.added());
      return toList();
    } catch (Refused refused) {
      return Forms.refused(list(), refused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GetMapping(LIST + "/new")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView ask(@RequestParam(defaultValue = "") String parent) {
    return newPage(HttpStatus.OK).addObject("form", AddCategoryForm.below(parent));
  }

  @PostMapping(LIST + "/new")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView add(@Valid @ModelAttribute("form") AddCategoryForm form, BindingResult errors, Actor actor,
      RedirectAttributes redirect) {
    var parent = Optional.of(form.parent()).filter(code -> !code.isBlank());
    return Forms.carriedOut(errors,
        () -> changes.add(parent, form.code().strip(), form.name(), form.englishName(), actor))
            ? done(redirect, "casefile.categories.added", form.name())
            : newPage(HttpStatus.UNPROCESSABLE_ENTITY);
  }

  @GetMapping(LIST + "/{code}")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView show(@PathVariable String code) {
    return page(code, HttpStatus.OK).addObject("form", RenameCategoryForm.of(changes.get(code)));
  }

  @PostMapping(LIST + "/{code}")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView rename(@PathVariable String code, @Valid @ModelAttribute("form") RenameCategoryForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    return Forms.carriedOut(errors, () -> changes.rename(code, form.version(), form.name(), form.englishName(), actor))
        ? done(redirect, "casefile.categories.changed", form.name())
        : page(code, HttpStatus.UNPROCESSABLE_ENTITY);
  }

  @PostMapping(LIST + "/{code}/retirement")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView retire(@PathVariable String code, @RequestParam boolean retired, @RequestParam int version, Actor actor,
      RedirectAttributes redirect) {
    if (retired) {
      changes.retire(code, version, actor);
    } else {
      changes.restore(code, version, actor);
    }
    return done(redirect, "casefile.categories.changed", categories.name(code));
  }

  private ModelAndView newPage(HttpStatus status) {
    return new ModelAndView("casefile/new-category", status).addObject("parents",
        categories.all().stream().filter(category -> category.level() < 3).toList());
  }

  private ModelAndView page(String code, HttpStatus status) {
    return new ModelAndView("casefile/category", status).addObject("category", changes.get(code));
  }

  private static ModelAndView done(RedirectAttributes redirect, String sentence, String name) {
    Forms.done(redirect, sentence, name);
    return toList();
  }

  private static ModelAndView toList() {
    var list = new RedirectView(LIST, true);
    list.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(list);
  }
}
