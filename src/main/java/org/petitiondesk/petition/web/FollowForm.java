package org.petitiondesk.petition.web;

/** The key to one's own petition. */
record FollowForm(String code, String secret) {

  FollowForm {
    code = code == null ? "" : code;
    secret = secret == null ? "" : secret;
  }
}
