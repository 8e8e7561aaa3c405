package org.petitiondesk.petition.web;

import java.util.List;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.documents.StoredDocument;
import org.petitiondesk.petition.Note;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What stands beside the form of a work item: the matter itself, what is due, and what others have found out. */
public record ItemPage(CaseFile petition, String item, List<DemandPoint> points, List<Note> notes,
    List<StoredDocument> documents, List<ClockState> clocks) {

  ModelAndView show(String view) {
    return new ModelAndView(view).addObject("page", this);
  }

  /** The form as it was sent, with what is wrong in it. */
  ModelAndView again(String view) {
    var again = show(view);
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }
}
