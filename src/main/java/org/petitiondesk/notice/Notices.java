package org.petitiondesk.notice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Page;
import org.petitiondesk.kernel.PageEnd;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outgoing messages, for those who may see their cases. */
@Component
@Transactional(readOnly = true)
public class Notices {

  private static final int PAGE = 50;
  private static final Set<Role> CASE_WORKERS = EnumSet.of(Role.OFFICER, Role.HANDLER, Role.LEADER);

  private final NoticeRepository notices;
  private final Letters letters;
  private final CaseFiles cases;
  private final CaseSight sight;
  private final Units units;
  private final MailRoom mailRoom;

  Notices(NoticeRepository notices, Letters letters, CaseFiles cases, CaseSight sight, Units units,
      MailRoom mailRoom) {
    this.notices = notices;
    this.letters = letters;
    this.cases = cases;
    this.sight = sight;
    this.units = units;
    this.mailRoom = mailRoom;
  }

  /** Newest first: messages of letters and of cases of my unit and those below, as far as I may see the case. */
  public Page<NoticeRow> find(NoticeQuery query, Actor actor, Optional<String> cursor) {
    if (actor.roles().stream().noneMatch(CASE_WORKERS::contains)) {
      return new Page<>(List.of(), Optional.empty());
    }
    var mine = units.selfAndBelow(actor.unit());
    var seen = new HashMap<CaseId, Boolean>();
    var found = new ArrayList<Notice>();
    var place = cursor.flatMap(PageEnd::of);
    // A report is hidden from most of the unit: what is hidden must not make a page shorter, or it could be counted.
    while (found.size() <= PAGE) {
      var batch = notices.page(mine, query.state(), place, PAGE + 1);
      batch.stream().filter(notice -> seen.computeIfAbsent(notice.caseId(), id -> sight.sees(id, actor)))
          .forEach(found::add);
      if (batch.size() <= PAGE) {
        break;
      }
      var last = batch.get(batch.size() - 1);
      place = Optional.of(end(last));
    }
    var page = Page.cut(found, PAGE, notice -> end(notice).toString());
    return new Page<>(page.rows().stream().map(this::row).toList(), page.next());
  }

  /** With recipient and address, for those who work on the case and those who deliver the letter; the look is on record. */
  @Transactional
  public NoticeRow open(NoticeId id, Actor actor) {
    var notice = notices.get(id);
    sight.look(notice.caseId(), actor);
    if (!actor.belongsTo(Group.of(notice.desk())) && !sight.worksOn(notice.caseId(), actor)) {
      throw new Forbidden("notice.forbidden.reader");
    }
    return new NoticeRow(notice, cases.get(notice.caseId()).code(), letters.open(notice.letterId(), actor));
  }

  /** The mail as it goes out. */
  public OutgoingMail mail(NoticeRow row) {
    return mailRoom.compose(row.notice(), row.letter());
  }

  /** Every message of a case, oldest first; for whoever has sight of the case. */
  public List<Notice> of(CaseId caseId) {
    return notices.of(caseId);
  }

  private NoticeRow row(Notice notice) {
    return new NoticeRow(notice, cases.get(notice.caseId()).code(), letters.get(notice.letterId()));
  }

  private static PageEnd end(Notice notice) {
    return new PageEnd(notice.createdAt(), notice.id().value());
  }
}
