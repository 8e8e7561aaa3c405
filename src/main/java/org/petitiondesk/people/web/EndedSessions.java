package org.petitiondesk.people.web;

import org.petitiondesk.people.AccountChanged;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** A session remembers what the account was; when the account changes, its sessions end, on every node. */
@Component
class EndedSessions {

  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  EndedSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  @TransactionalEventListener
  void end(AccountChanged event) {
    sessions.findByPrincipalName(event.id()).keySet().forEach(sessions::deleteById);
  }
}
