package org.petitiondesk.designer.web;

/** Why cases are moved. */
record SubmitMigrationForm(int version, String note) {

  SubmitMigrationForm {
    note = note == null ? "" : note.replace("\0", "");
  }
}
