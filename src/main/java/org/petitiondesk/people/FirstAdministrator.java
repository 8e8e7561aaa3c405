package org.petitiondesk.people;

import java.util.Optional;
import java.util.Set;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** An installation that nobody could enter gets one administrator. */
@Component
@ConditionalOnWebApplication
@Profile("!demo")
class FirstAdministrator implements ApplicationRunner {

  private final Accounts accounts;
  private final Passwords passwords;

  FirstAdministrator(Accounts accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (accounts.count() > 0) {
      return;
    }
    var password = passwords.random();
    accounts.create(new CreateAccount("admin", "管理员", "", Set.of(Role.ADMINISTRATOR), Optional.empty(),
        passwords.hash(password)), Actor.SYSTEM);
    // To the terminal and not to the log: logs are kept and passed on.
    System.out.printf("%n  首个管理员 first administrator: admin%n  密码 password (shown once): %s%n%n", password);
  }
}
