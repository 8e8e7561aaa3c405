package org.petitiondesk.wrong;

import java.time.LocalDate;
import org.camunda.bpm.engine.TaskService;
import org.petitiondesk.wrong.web.PetitionPages;
import org.springframework.beans.factory.annotation.Autowired;

/** A step that calls a service, asks the engine by variables, knows a page and takes the time from the system. */
public class RegisterSteps {

  @Autowired
  TaskService tasks;

  PetitionPages pages;
  PetitionService service;

  LocalDate register() {
    tasks.createTaskQuery().processVariableValueEquals("urgency", "URGENT").list();
    return LocalDate.now();
  }

  /** What the pages should have called. */
  public static class PetitionService {}
}
