package org.petitiondesk.intake.web;

import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.intake.PublishedAnswers;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.Territory;
import org.petitiondesk.web.Reader;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** For templates, as {@code @publishing}. */
@Component("publishing")
class Publishing {

  private final PublishedAnswers answers;
  private final Territories territories;

  Publishing(PublishedAnswers answers, Territories territories) {
    this.answers = answers;
    this.territories = territories;
  }

  /** Whether the case page of this reader offers to write an answer for everybody. */
  public boolean offered(CaseFile file) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Reader reader
        && answers.mayPropose(file, reader.actor());
  }

  public String place(String id) {
    return territories.find(id).map(Territory::name).orElse(id);
  }
}
