package org.petitiondesk.petition.web;

/** @param name of the person who is to keep away, as the petitioner knows it */
record FollowedRecusalForm(@Written(max = 200) String name, @Written(max = 2000) String reason) {

  FollowedRecusalForm {
    name = Blank.when(name);
    reason = Blank.when(reason);
  }

  static FollowedRecusalForm empty() {
    return new FollowedRecusalForm("", "");
  }
}
