package org.petitiondesk.web;

/** Who may open a page, where the role alone does not say it. */
public final class Rules {

  /**
   * Pages on which an item is worked on: the item itself says whose it is, and a substitute may hold another role than
   * the colleague for whom they come.
   */
  public static final String CASE_WORK = "hasAnyRole('OFFICER', 'HANDLER', 'LEADER', 'MEDIATOR', 'REVIEWER',"
      + " 'GRID_OFFICER')";

  private Rules() {}
}
