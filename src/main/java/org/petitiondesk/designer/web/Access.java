package org.petitiondesk.designer.web;

/** Who may open the pages of the designer; drafts are decided on by others than their writers. */
final class Access {

  static final String DRAW = "hasRole('DESIGNER')";
  /** The leader of a petition office answers for what runs. */
  static final String READ = "hasRole('DESIGNER') or (hasRole('LEADER') and hasRole('OFFICER'))";

  private Access() {}
}
