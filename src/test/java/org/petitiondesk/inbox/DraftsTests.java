package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Half-filled forms: kept for the one who typed, gone with the item. */
@DeskTest
class DraftsTests {

  private static final int ROUNDS = 8;
  private static final Map<String, List<String>> TEXT = Map.of("text", List.of("经现场核查，情况属实"));
  private static final Map<String, List<String>> OTHER = Map.of("text", List.of("另一个窗口里写的"));

  @Autowired
  private Drafts drafts;
  @Autowired
  private ItemVerbs verbs;
  @Autowired
  private WorkItems items;
  @Autowired
  private Processes processes;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;

  private Errands errands;
  private Actor handler;
  private Actor colleague;

  @BeforeEach
  void errands(@Autowired AutowireCapableBeanFactory beans) {
    errands = beans.createBean(Errands.class);
    handler = errands.actor("education.handler");
    colleague = errands.actor("education.handler2");
  }

  @Test
  void aDraftIsThereForItsWriterAloneAndGoneWithTheItem() {
    var item = errands.open("education", "草稿");
    drafts.save(item.id(), first(TEXT), handler);
    drafts.save(item.id(), first(OTHER), colleague);

    assertThat(drafts.find(item.id(), handler)).map(Draft::fields).contains(TEXT);
    assertThat(drafts.savedAt(List.of(item.id(), "other"), handler)).containsOnlyKeys(item.id());
    assertThat(drafts.find(item.id(), errands.actor("education.leader"))).isEmpty();

    processes.complete(item.id(), handler, Facts.none());

    assertThat(drafts.find(item.id(), handler)).isEmpty();
    assertThat(drafts.find(item.id(), colleague)).isEmpty();
    assertThatThrownBy(() -> drafts.save(item.id(), first(TEXT), colleague)).isInstanceOfSatisfying(Conflict.class,
        conflict -> assertThat(conflict.arguments()).contains(handler.name()));
  }

  @Test
  void whatIsStoredCanNotBeReadWithoutTheKey() {
    var item = errands.open("education", "密文");
    drafts.save(item.id(), first(TEXT), handler);

    var stored = jdbc.sql("select content from draft where item_id = ?").param(item.id()).query(byte[].class).single();

    assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("现场核查");
  }

  @Test
  void theItemOfSomebodyElseTakesNoDraftButKeepsTheEarlierOne() {
    var item = errands.open("education", "转到别人手里");
    drafts.save(item.id(), first(TEXT), handler);
    verbs.claim(item.id(), item.version(), colleague);

    assertThatThrownBy(() -> drafts.save(item.id(), first(OTHER), handler)).isInstanceOf(Forbidden.class);
    assertThat(drafts.find(item.id(), handler)).map(Draft::fields).contains(TEXT);
    assertThat(drafts.find(item.id(), colleague)).isEmpty();
    assertThatThrownBy(() -> drafts.save(item.id(), first(OTHER), errands.actor("health.handler")))
        .isInstanceOf(NotFound.class);
    verbs.release(item.id(), item.version() + 1, colleague);
    drafts.save(item.id(), first(OTHER), handler);
    assertThat(drafts.find(item.id(), handler)).map(Draft::fields).contains(OTHER);
  }

  @Test
  void aSecondWindowOverwritesOnlyWhatItHasSeen() {
    var item = errands.open("education", "两个窗口");
    var begun = drafts.save(item.id(), first(TEXT), handler);
    var otherWindow = new SaveDraft(OTHER, "other window", Optional.empty());

    assertThatThrownBy(() -> drafts.save(item.id(), otherWindow, handler)).isInstanceOfSatisfying(Conflict.class,
        conflict -> assertThat(conflict.key()).isEqualTo("inbox.conflict.draft"));
    assertThat(drafts.find(item.id(), handler)).map(Draft::fields).contains(TEXT);

    drafts.save(item.id(), new SaveDraft(OTHER, "other window", Optional.of(begun)), handler);
    assertThat(drafts.find(item.id(), handler)).map(Draft::fields).contains(OTHER);
  }

  @Test
  void aTextWithoutEndIsRefused() {
    var item = errands.open("education", "太长");
    var endless = Map.of("text", List.of("长".repeat(Drafts.LONGEST)));

    assertThatThrownBy(() -> drafts.save(item.id(), first(endless), handler)).isInstanceOf(Refused.class);
    assertThat(drafts.find(item.id(), handler)).isEmpty();
  }

  @Test
  void noDraftOutlivesAnItemThatIsFinishedAtTheSameMoment() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var item = errands.open("education", "同时");

      Race.between(() -> processes.complete(item.id(), handler, Facts.none()),
          () -> drafts.save(item.id(), first(TEXT), colleague));

      assertThat(drafts.find(item.id(), colleague)).isEmpty();
      assertThat(items.find(item.id()).orElseThrow().isOpen()).isFalse();
    }
  }

  @Test
  void theScriptSavesReadsAndDiscards() {
    var item = errands.open("education", "脚本");
    var path = "/inbox/items/" + item.id() + "/draft";
    var body = "{\"fields\":{\"text\":[\"写到一半\"]},\"hand\":\"one\"}";

    assertThat(mvc.get().uri(path).with(user(users.loadUserByUsername("education.handler"))))
        .hasStatus(HttpStatus.NO_CONTENT);
    assertThat(put(path, body, "education.handler")).isEqualTo(HttpStatus.OK.value());
    assertThat(mvc.get().uri(path).with(user(users.loadUserByUsername("education.handler")))).hasStatusOk()
        .hasHeader("Cache-Control", "no-store").bodyJson()
        .isLenientlyEqualTo("{fields: {text: [\"写到一半\"]}, hand: \"one\"}");
    assertThat(put(path, "{\"fields\":{\"text\":[{}]},\"hand\":\"one\"}", "education.handler"))
        .isEqualTo(HttpStatus.BAD_REQUEST.value());
    assertThat(put(path, body, "health.handler")).isEqualTo(HttpStatus.NOT_FOUND.value());
    assertThat(mvc.delete().uri(path).with(csrf()).with(user(users.loadUserByUsername("education.handler"))))
        .hasStatus(HttpStatus.NO_CONTENT);
    assertThat(drafts.find(item.id(), handler)).isEmpty();
    assertThat(mvc.put().uri(path).with(csrf()).header("HX-Request", "true").contentType(MediaType.APPLICATION_JSON)
        .content(body)).hasStatus(HttpStatus.UNAUTHORIZED);
  }

  private int put(String path, String body, String account) {
    return mvc.put().uri(path).with(csrf()).with(user(users.loadUserByUsername(account)))
        .contentType(MediaType.APPLICATION_JSON).content(body).exchange().getResponse().getStatus();
  }

  private static SaveDraft first(Map<String, List<String>> fields) {
    return new SaveDraft(fields, "one window", Optional.empty());
  }
}
