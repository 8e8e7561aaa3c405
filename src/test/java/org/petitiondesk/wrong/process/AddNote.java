package org.petitiondesk.wrong.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.wrong.RegisterSteps;
import org.petitiondesk.wrong.web.PetitionPages;

/** A delegate that everybody sees, with two dependencies, a service and a page. */
public class AddNote implements JavaDelegate {

  private final RegisterSteps.PetitionService service;
  private final PetitionPages pages;

  public AddNote(RegisterSteps.PetitionService service, PetitionPages pages) {
    this.service = service;
    this.pages = pages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("note", service + "/" + pages);
  }
}
