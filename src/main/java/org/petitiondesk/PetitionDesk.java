package org.petitiondesk;

import java.time.Clock;
import org.petitiondesk.command.Commands;
import org.petitiondesk.kernel.MovableClock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

@SpringBootApplication
public class PetitionDesk {

  public static void main(String[] args) {
    if (Commands.isServe(args)) {
      SpringApplication.run(PetitionDesk.class, args);
      return;
    }
    var code = Commands.run(settings -> SpringApplication.run(PetitionDesk.class, settings.toArray(String[]::new)),
        args);
    if (code >= 0) {
      System.exit(code);
    }
  }

  @Bean
  @Profile("!demo")
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Demo cases have a past: their clock goes back while they are made. */
  @Bean
  @Profile("demo")
  MovableClock movableClock() {
    return new MovableClock();
  }
}
