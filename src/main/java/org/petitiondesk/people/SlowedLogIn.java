package org.petitiondesk.people;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Account and password, looked at no faster than {@link LogInThrottle} lets them. */
@Component
@ConditionalOnWebApplication
class SlowedLogIn implements AuthenticationProvider {

  private final LogInThrottle throttle;
  private final DaoAuthenticationProvider passwords;

  SlowedLogIn(LogInThrottle throttle, AccountUsers users, Passwords passwords) {
    this.throttle = throttle;
    this.passwords = new DaoAuthenticationProvider(users);
    this.passwords.setPasswordEncoder(passwords.encoder());
  }

  @Override
  public Authentication authenticate(Authentication given) {
    var account = given.getName();
    var address = given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    throttle.tries(account, address).ifPresent(left -> {
      throw new TooManyTries(left);
    });
    var known = passwords.authenticate(given);
    throttle.succeeded(account, address);
    return known;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return passwords.supports(authentication);
  }
}
