package org.petitiondesk.intake.web;

import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.intake.ProposeAnswer;
import org.petitiondesk.kernel.CaseId;

/** A closed case as everybody may read it. */
record ProposeAnswerForm(String title, String question, String answer, String category, String territory) {

  ProposeAnswerForm {
    title = Typed.text(title);
    question = Typed.text(question);
    answer = Typed.text(answer);
    category = Typed.text(category);
    territory = Typed.text(territory);
  }

  /** Nothing of the petition's own words: whoever writes begins with an empty page. */
  static ProposeAnswerForm of(CaseFile file) {
    return new ProposeAnswerForm("", "", "", file.category().orElse(""), "");
  }

  ProposeAnswer toCommand(CaseId id) {
    return new ProposeAnswer(id, title, question, answer, category, territory);
  }
}
