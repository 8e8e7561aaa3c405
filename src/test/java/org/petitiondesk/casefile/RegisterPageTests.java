package org.petitiondesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.casefile.Registrations.ordinary;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class RegisterPageTests {

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private CaseFiles files;
  @Autowired
  private Accounts accounts;
  @Autowired
  private UserDetailsService users;

  @Test
  void theRegisterListsCasesAndLeadsToThem() {
    var marker = UUID.randomUUID().toString();
    var id = files.register(ordinary().title("<b>" + marker + "</b>").command(), accounts.actor("officer")).id();

    assertThat(mvc.get().uri("/register?text=" + marker + "&status=REGISTERED&kind=PETITION&from=2026-01-01&to=")
        .with(as("officer"))).hasStatusOk().bodyText().contains("href=\"/petitions/" + id + "\"")
        .contains("&lt;b&gt;" + marker).doesNotContain("<b>" + marker).contains("value=\"" + marker + "\"");
    assertThat(mvc.get().uri("/register?text=" + marker).with(as("housing.handler"))).hasStatusOk().bodyText()
        .doesNotContain(id.toString());
  }

  @Test
  void anAddressThatMakesNoSenseShowsTheWiderList() {
    assertThat(mvc.get().uri("/register?status=NONSENSE&from=yesterday&kind=x&unit=nowhere&territory=nowhere")
        .with(as("officer"))).hasStatusOk();
    assertThat(mvc.get().uri("/register?after=rubbish").with(as("officer"))).hasStatusOk();
    assertThat(mvc.get().uri("/register")).hasStatus3xxRedirection();
  }

  @Test
  void thereIsANextPageWithTheSameFilter() {
    var marker = UUID.randomUUID().toString();
    for (var i = 0; i <= RegisterList.PAGE_SIZE; i++) {
      files.register(ordinary().title(marker).command(), accounts.actor("officer"));
    }

    assertThat(mvc.get().uri("/register?text=" + marker).with(as("officer"))).hasStatusOk().bodyText()
        .containsPattern("href=\"/register\\?text=" + marker + "[^\"]*after=[A-Za-z0-9_-]+\"");
  }

  private RequestPostProcessor as(String account) {
    return SecurityMockMvcRequestPostProcessors.user(users.loadUserByUsername(account));
  }
}
