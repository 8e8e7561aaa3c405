package org.petitiondesk.people;

import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.web.Reader;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who came and who went. */
@Component
@ConditionalOnWebApplication
class LogInAudit {

  private final Accounts accounts;
  private final AuditTrail audit;

  LogInAudit(Accounts accounts, AuditTrail audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  @EventListener
  @Transactional
  public void loggedIn(AuthenticationSuccessEvent event) {
    if (event.getAuthentication().getPrincipal() instanceof Reader reader) {
      audit.append(AuditTrail.HOUSE, reader.actor(), "people.logged-in", Map.of());
    }
  }

  /** Names only accounts that exist: people type passwords into the wrong field. */
  @EventListener
  @Transactional
  public void refused(AbstractAuthenticationFailureEvent event) {
    var account = accounts.find(event.getAuthentication().getName()).map(Account::id).orElse("");
    audit.append(AuditTrail.HOUSE, Actor.PUBLIC, "people.log-in-failed", Map.of("account", account));
  }

  @EventListener
  @Transactional
  public void loggedOut(LogoutSuccessEvent event) {
    if (event.getAuthentication().getPrincipal() instanceof Reader reader) {
      audit.append(AuditTrail.HOUSE, reader.actor(), "people.logged-out", Map.of());
    }
  }
}
