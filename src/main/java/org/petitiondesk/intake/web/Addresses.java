package org.petitiondesk.intake.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** For templates, as {@code @addresses}: whole addresses, as this reader's browser reaches the desk, for paper. */
@Component("addresses")
class Addresses {

  /** Only the secret is left to be typed. */
  public String follow(String trackingCode) {
    return of("/follow", "code", trackingCode);
  }

  public String check(String proof) {
    return of("/receipt/check", "proof", proof);
  }

  private static String of(String path, String name, String value) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).queryParam(name, value).toUriString();
  }
}
