package org.petitiondesk.accountability.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.petitiondesk.accountability.Review;
import org.petitiondesk.accountability.ReviewId;
import org.petitiondesk.accountability.ReviewPapers;
import org.petitiondesk.accountability.ReviewRegister;
import org.petitiondesk.accountability.ReviewService;
import org.petitiondesk.accountability.Reviews;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews.Trigger;
import org.petitiondesk.web.Rules;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reviews as a list, one review with its four tracks, its report, and those of a case. */
@Controller
class ReviewController {

  private final ReviewRegister register;
  private final Reviews reviews;
  private final ReviewService service;
  private final ReviewPapers papers;
  private final ReviewColumns columns;
  private final CaseFiles cases;
  private final Documents documents;

  ReviewController(ReviewRegister register, Reviews reviews, ReviewService service, ReviewPapers papers,
      ReviewColumns columns, CaseFiles cases, Documents documents) {
    this.register = register;
    this.reviews = reviews;
    this.service = service;
    this.papers = papers;
    this.columns = columns;
    this.cases = cases;
    this.documents = documents;
  }

  @GetMapping("/reviews")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView list(@ModelAttribute("filter") ReviewFilter filter, @RequestParam Optional<String> after,
      Actor actor) {
    var page = register.find(filter.toQuery(), actor, after.filter(cursor -> !cursor.isBlank()));
    return new ModelAndView("accountability/reviews").addObject("rows", page.rows())
        .addObject("next", page.next().orElse(null)).addObject("triggers", Trigger.values())
        .addObject("figures", register.figures(actor));
  }

  @GetMapping("/reviews/{id}")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView show(@PathVariable ReviewId id, Actor actor) {
    var review = reviews.get(id, actor);
    return page("accountability/review", review, actor).addObject("work", columns.work(review, actor))
        .addObject("mayChangePanel", service.mayChangePanel(review, actor))
        .addObject("mayStepDown", review.isOpen() && reviews.members(id).stream()
            .anyMatch(member -> member.stands() && member.account().equals(actor.id())));
  }

  /** The report as it is printed and signed. */
  @GetMapping("/reviews/{id}/report")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView report(@PathVariable ReviewId id, Actor actor) {
    return page("accountability/report", reviews.get(id, actor), actor);
  }

  /** The notice to the unit. */
  @GetMapping("/reviews/{id}/notice")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView notice(@PathVariable ReviewId id, Actor actor) {
    var review = reviews.get(id, actor);
    return new ModelAndView("accountability/notice").addObject("review", review).addObject("file",
        cases.open(review.caseId(), actor));
  }

  /** A file of a claim, for whoever may read the track; the browser keeps it and does not show it. */
  @GetMapping("/reviews/{id}/documents/{document}")
  @PreAuthorize(Rules.CASE_WORK)
  ResponseEntity<byte[]> file(@PathVariable ReviewId id, @PathVariable DocumentId document, Actor actor) {
    var file = papers.file(id, document, actor);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff").cacheControl(CacheControl.noStore().cachePrivate())
        .contentType(MediaType.APPLICATION_OCTET_STREAM).body(documents.content(document));
  }

  /** Those of a case; the case's page loads them as a part of itself. */
  @GetMapping("/cases/{caseId}/reviews")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ofCase(@PathVariable CaseId caseId, Actor actor,
      @RequestHeader(name = "HX-Request", required = false) String part) {
    var found = reviews.of(caseId, actor);
    return new ModelAndView(part == null ? "accountability/case" : "accountability/case :: list")
        .addObject("file", cases.get(caseId)).addObject("reviews", found)
        .addObject("mayOpen", reviews.mayOpen(caseId, actor));
  }

  private ModelAndView page(String view, Review review, Actor actor) {
    var record = papers.record(review, actor);
    return new ModelAndView(view).addObject("review", review).addObject("file", cases.open(review.caseId(), actor))
        .addObject("columns", columns.columns(review, record, actor)).addObject("record", record)
        .addObject("members", reviews.members(review.id())).addObject("causes", papers.cause(review, actor))
        .addObject("responsibility", papers.responsibility(review, actor));
  }
}
