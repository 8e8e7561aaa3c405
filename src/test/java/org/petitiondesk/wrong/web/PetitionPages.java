package org.petitiondesk.wrong.web;

import org.petitiondesk.wrong.process.AddNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A public controller with SQL, a delegate and a page for everybody. Abstract, so that no scan makes a bean of it. */
@Controller
public abstract class PetitionPages {

  JdbcClient jdbc;
  AddNote delegate;

  @GetMapping("/wrong")
  String page() {
    return "wrong";
  }
}
