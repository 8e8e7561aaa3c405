package org.petitiondesk.inbox.web;

import jakarta.validation.Valid;
import java.time.Instant;
import org.petitiondesk.inbox.Draft;
import org.petitiondesk.inbox.Drafts;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The reader's own draft of an item, for the script that keeps forms. */
@Controller
class DraftController {

  private final Drafts drafts;

  DraftController(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/inbox/items/{item}/draft")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ResponseEntity<Draft> show(@PathVariable String item, Actor actor) {
    return drafts.find(item, actor).map(draft -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(draft))
        .orElseGet(() -> ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build());
  }

  @PutMapping("/inbox/items/{item}/draft")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  @ResponseBody
  Saved save(@PathVariable String item, @Valid @RequestBody SaveDraftForm form, Actor actor) {
    return new Saved(drafts.save(item, form.toCommand(), actor));
  }

  @DeleteMapping("/inbox/items/{item}/draft")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable String item, Actor actor) {
    drafts.discard(item, actor);
  }

  record Saved(Instant savedAt) {}
}
