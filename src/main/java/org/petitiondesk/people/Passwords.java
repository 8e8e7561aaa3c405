package org.petitiondesk.people;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.petitiondesk.kernel.Refused;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes and checks passwords. */
@Component
public class Passwords {

  private static final int SHORTEST = 10;
  // bcrypt looks at no more than this.
  private static final int LONGEST_BYTES = 72;
  // Without the letters and digits that are mistaken for each other when they are read aloud or copied by hand.
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

  public PasswordHash hash(String password) {
    if (password.length() < SHORTEST || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      throw Refused.at("password", "people.refused.password", SHORTEST, LONGEST_BYTES);
    }
    return new PasswordHash(encoder.encode(password));
  }

  /** A fresh password of 80 bits, in groups of four that can be copied from a screen. */
  public String random() {
    var password = new StringBuilder();
    for (var i = 0; i < 16; i++) {
      password.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  public PasswordEncoder encoder() {
    return encoder;
  }
}
