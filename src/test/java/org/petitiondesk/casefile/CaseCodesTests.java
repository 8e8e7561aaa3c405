package org.petitiondesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.casefile.Registrations.ordinary;

import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class CaseCodesTests {

  @Autowired
  private CaseCodes codes;
  @Autowired
  private CaseFiles files;
  @Autowired
  private Accounts accounts;

  @Test
  void aCaseIsFoundByTheCodeOnItsReceipt() {
    var receipt = files.register(ordinary().command(), accounts.actor("officer"));

    assertThat(codes.find(receipt.code())).contains(receipt.id());
  }

  @Test
  void whatIsNoCodeFindsNothing() {
    assertThat(codes.find("XF2026-999999999")).isEmpty();
    assertThat(codes.find("XF2026-1")).isEmpty();
    assertThat(codes.find("' or 1 = 1")).isEmpty();
  }
}
