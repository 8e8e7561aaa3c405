package org.petitiondesk.intake.web;

import org.petitiondesk.intake.PublishedAnswers;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.web.NavigationEntry;
import org.springframework.stereotype.Component;

/** Officers and leaders find the answers in the navigation; leaders also how many wait to be approved. */
@Component
class AnswersEntry implements NavigationEntry {

  private final PublishedAnswers answers;

  AnswersEntry(PublishedAnswers answers) {
    this.answers = answers;
  }

  @Override
  public String section() {
    return "/answers";
  }

  @Override
  public boolean isFor(Actor reader) {
    return reader.has(Role.OFFICER) || reader.has(Role.LEADER);
  }

  @Override
  public int waiting(Actor reader) {
    return answers.toDecide(reader);
  }
}
