package org.petitiondesk.engine;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The named retry cycles that models refer to, as {@code ${retryCycles.mail}}: a list of ISO 8601 durations. */
@Component("retryCycles")
public class RetryCycles implements ModelBean {

  private final String mail;

  RetryCycles(@Value("${petition-desk.retry.mail:PT1M,PT5M,PT15M,PT30M,PT1H,PT2H}") String mail) {
    this.mail = mail;
  }

  /** Outgoing mail: seven tries over about four hours, then an operator's item. */
  public String getMail() {
    return mail;
  }
}
