package org.petitiondesk.inbox.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.petitiondesk.inbox.SavedFilters;
import org.petitiondesk.inbox.Severity;
import org.petitiondesk.inbox.Verb;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.inbox.WorkListPage;
import org.petitiondesk.inbox.WorkListQuery;
import org.petitiondesk.inbox.WorkListSort;
import org.petitiondesk.inbox.WorkListTab;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The work list. */
@Controller
class InboxController {

  private static final List<WorkListSort> SORTS = List.of(WorkListSort.DUE, WorkListSort.NEWEST, WorkListSort.CODE);
  private static final Duration ASKING = Duration.ofHours(1);
  /** The status with which htmx ends a poll. */
  private static final int STOP_ASKING = 286;

  private final WorkList workList;
  private final ItemRows rows;
  private final FilterWords words;
  private final SavedFilters filters;
  private final Clock clock;

  InboxController(WorkList workList, ItemRows rows, FilterWords words, SavedFilters filters, Clock clock) {
    this.workList = workList;
    this.rows = rows;
    this.words = words;
    this.filters = filters;
    this.clock = clock;
  }

  @GetMapping("/inbox")
  @PreAuthorize("isAuthenticated()")
  ModelAndView list(@ModelAttribute("address") ListAddress address, Actor actor) {
    var query = address.query();
    var view = new ModelAndView("inbox/list").addObject("query", query).addObject("since", clock.millis())
        .addObject("tabs", WorkListTab.values()).addObject("severities", Severity.values())
        .addObject("sorts", SORTS).addObject("kinds", words.kinds())
        .addObject("chosen", words.chosen(query.filter(), address)).addObject("counts", workList.counts(actor))
        .addObject("filters", filters.of(actor)).addObject("leads", actor.has(Role.LEADER))
        .addObject("partial", false);
    return switch (query.tab()) {
      case STARTED -> {
        var page = workList.started(query, actor);
        yield counted(view, query, actor).addObject("rows", List.of())
            .addObject("matters", page.rows().stream().map(rows::of).toList())
            .addObject("next", page.next().orElse(null));
      }
      case COPIED -> {
        var page = workList.copied(query, actor);
        yield counted(view, query, actor).addObject("rows", List.of())
            .addObject("copies", page.rows().stream().map(rows::of).toList())
            .addObject("next", page.next().orElse(null));
      }
      case TODO, DONE, ALL -> items(view, query, actor);
    };
  }

  private ModelAndView counted(ModelAndView view, WorkListQuery query, Actor actor) {
    return query.filter().isEmpty() ? view : view.addObject("found", workList.count(query, actor));
  }

  private ModelAndView items(ModelAndView view, WorkListQuery query, Actor actor) {
    WorkListPage page;
    if (query.filter().isEmpty()) {
      page = workList.page(query, actor);
    } else {
      var found = workList.find(query, actor);
      view.addObject("found", found.count());
      page = found.page();
    }
    var shown = rows.of(page.rows(), actor);
    return view.addObject("rows", shown).addObject("bulk", forSeveral(shown))
        .addObject("next", page.next().orElse(null)).addObject("partial", page.partial())
        .addObject("headed", query.tab() != WorkListTab.DONE && query.sort() == WorkListSort.DUE);
  }

  /** What can be done with at least one of the rows, so that no button is there for nothing. */
  private static List<Verb> forSeveral(List<ItemRow> rows) {
    return Stream.of(Verb.values()).filter(verb -> rows.stream().anyMatch(row -> row.forSeveral().contains(verb)))
        .toList();
  }

  /**
   * What an open page asks every half minute: whether something has come since it was made, and how much there is. The
   * page itself is left as it is, under its reader's hands. A page that has grown old stops asking, so that a desk that
   * was left is logged out in its time.
   *
   * @param since epoch milliseconds
   */
  @GetMapping("/inbox/news")
  @PreAuthorize("isAuthenticated()")
  ModelAndView news(@RequestParam long since, Actor actor) {
    var made = Instant.ofEpochMilli(since);
    var view = new ModelAndView("inbox/parts :: news").addObject("news", workList.news(made, actor))
        .addObject("tabs", WorkListTab.values()).addObject("counts", workList.counts(actor)).addObject("fresh", true);
    if (made.plus(ASKING).isBefore(clock.instant())) {
      view.setStatus(HttpStatusCode.valueOf(STOP_ASKING));
    }
    return view;
  }

  @GetMapping("/inbox/load")
  @PreAuthorize("hasRole('LEADER')")
  ModelAndView load(Actor actor) {
    return new ModelAndView("inbox/load").addObject("colleagues", workList.load(actor));
  }
}
