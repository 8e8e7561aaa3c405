package org.petitiondesk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From nothing to somebody who can log in, with nothing but the browser. */
@DeskTest
class AdministrationTests {

  private static final Pattern SECRET = Pattern.compile("data-secret>([^<]+)<");

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private Units units;
  @Autowired
  private Accounts accounts;
  @Autowired
  private ApiKeys keys;
  @Autowired
  private AuditTrail audit;

  private final String id = "new-" + UUID.randomUUID();

  @Test
  void aPlaceAUnitAndAnAccountAreMadeInTheBrowser() throws Exception {
    var admin = logIn("admin", "petition-desk");

    assertThat(post(admin, "/administration/territories", "id", id, "name", "新区", "parent", "")).hasStatus(303);
    assertThat(post(admin, "/administration/units", "id", id, "name", "新区信访局", "parent", "", "kind", "PETITION_OFFICE",
        "territory", id, "function", "general")).hasStatus(303);
    var created = post(admin, "/administration/accounts", "id", id, "name", "新人<b>", "unit", id, "roles", "OFFICER",
        "roles", "LEADER", "email", "");

    assertThat(created).hasStatusOk();
    var password = secret(created);
    assertThat(units.competent("general", id)).map(Unit::id).contains(id);
    assertThat(accounts.get(id).roles()).containsExactlyInAnyOrder(Role.OFFICER, Role.LEADER);
    assertThat(mvc.get().uri("/account").cookie(logIn(id, password))).hasStatusOk().bodyText().contains("新人&lt;b&gt;");
    assertThat(mvc.get().uri("/administration/accounts").cookie(admin)).hasStatusOk().bodyText()
        .contains("新人&lt;b&gt;").doesNotContain(password);
    assertThat(audit.newest(AuditTrail.HOUSE, Optional.empty()).rows())
        .anySatisfy(entry -> assertThat(entry.details()).containsEntry("account", id).containsEntry("unit", id));
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndNothingIsMade() {
    var admin = logIn("admin", "petition-desk");

    assertThat(post(admin, "/administration/territories", "id", "Nein!", "name", "新区", "parent", ""))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("代号只能用小写字母").contains("value=\"新区\"");
    assertThat(post(admin, "/administration/units", "id", id, "name", " ", "parent", "nowhere", "kind", "STREET",
        "territory", "linjiang", "function", "A")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("职能只能用小写字母和下划线");
    assertThat(post(admin, "/administration/accounts", "id", id, "name", "新人", "unit", "", "roles", "OFFICER", "email",
        "")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("没有单位");
    assertThat(post(admin, "/administration/accounts", "id", "officer", "name", "新人", "unit", "xfj", "email", "x"))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("至少选择一个角色");
    assertThat(units.find(id)).isEmpty();
    assertThat(accounts.find(id)).isEmpty();
  }

  @Test
  void anAccountIsReassignedResetAndDisabled() throws Exception {
    var admin = logIn("admin", "petition-desk");
    var first = secret(post(admin, "/administration/accounts", "id", id, "name", "新人", "unit", "xfj", "roles",
        "OFFICER", "email", "a@b.example"));
    var page = "/administration/accounts/" + id;
    assertThat(mvc.get().uri(page).cookie(admin)).hasStatusOk().bodyText()
        .containsPattern("value=\"OFFICER\"[^>]*checked");

    assertThat(post(admin, page, "name", "新人", "email", "", "unit", "housing", "roles", "HANDLER", "version", "0"))
        .hasStatus(303);
    assertThat(accounts.get(id)).extracting(Account::unit).isEqualTo("housing");

    var second = secret(post(admin, page + "/password"));
    assertThat(second).isNotEqualTo(first);
    assertThat(logIn(id, first)).isNull();
    assertThat(logIn(id, second)).isNotNull();

    assertThat(post(admin, page + "/state", "enabled", "false", "successor", "", "version", "1")).hasStatus(303);
    assertThat(logIn(id, second)).isNull();
    assertThat(post(admin, "/administration/accounts/nobody/state", "enabled", "false", "successor", "",
        "version", "0"))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(post(admin, "/administration/accounts/admin/state", "enabled", "false", "successor", "",
        "version", "0"))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
  }

  @Test
  void aKeyIsShownOnceAndCanBeDisabled() throws Exception {
    var admin = logIn("admin", "petition-desk");

    var key = secret(post(admin, "/administration/api-keys", "id", id, "unit", "xfj"));

    assertThat(keys.holder(key)).map(ApiKey::name).contains(id);
    assertThat(mvc.get().uri("/administration/api-keys").cookie(admin)).hasStatusOk().bodyText().contains(id)
        .doesNotContain(key);
    assertThat(post(admin, "/administration/api-keys/" + id + "/state", "enabled", "false")).hasStatus(303);
    assertThat(keys.holder(key)).isEmpty();
  }

  @Test
  void peopleChangeTheirOwnPassword() throws Exception {
    var admin = logIn("admin", "petition-desk");
    var first = secret(post(admin, "/administration/accounts", "id", id, "name", "新人", "unit", "xfj", "roles",
        "OFFICER", "email", ""));
    var session = logIn(id, first);

    assertThat(post(session, "/account/password", "current", "wrong-password", "password", "new-password", "repeated",
        "new-password")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("当前密码不正确");
    assertThat(post(session, "/account/password", "current", first, "password", "new-password", "repeated",
        "another-one")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("不一致");
    assertThat(post(session, "/account/password", "current", first, "password", "short", "repeated", "short"))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("至少 10 个字符");

    assertThat(post(session, "/account/password", "current", first, "password", "new-password", "repeated",
        "new-password")).hasStatus(303).hasRedirectedUrl("/login?changed");
    assertThat(mvc.get().uri("/account").cookie(session)).hasRedirectedUrl("/login");
    assertThat(logIn(id, "new-password")).isNotNull();
  }

  @Test
  void onlyAdministratorsAdminister() {
    var officer = logIn("officer", "petition-desk");

    for (var page : new String[]{"", "/accounts", "/units", "/territories", "/api-keys"}) {
      assertThat(mvc.get().uri("/administration" + page).cookie(officer)).hasStatus(HttpStatus.FORBIDDEN);
    }
    assertThat(post(officer, "/administration/territories", "id", id, "name", "新区", "parent", ""))
        .hasStatus(HttpStatus.FORBIDDEN);
  }

  private MvcTestResult post(Cookie session, String page, String... parameters) {
    var request = mvc.post().uri(page).with(csrf()).cookie(session);
    for (var i = 0; i < parameters.length; i += 2) {
      request = request.param(parameters[i], parameters[i + 1]);
    }
    return request.exchange();
  }

  private Cookie logIn(String account, String password) {
    return mvc.post().uri("/login").with(csrf()).param("username", account).param("password", password).exchange()
        .getResponse().getCookie("SESSION");
  }

  private static String secret(MvcTestResult result) throws Exception {
    var match = SECRET.matcher(result.getResponse().getContentAsString());
    assertThat(match.find()).isTrue();
    return match.group(1);
  }
}
