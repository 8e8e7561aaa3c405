package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Filters with a name, and the address that holds a filter. */
@DeskTest
class SavedFiltersTests {

  @Autowired
  SavedFilters filters;
  @Autowired
  Accounts accounts;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  MockMvc mvc;
  @Autowired
  UserDetailsService users;
  @Autowired
  MovableClock clock;

  @AfterEach
  void forget() {
    jdbc.sql("delete from saved_filter").update();
  }

  @Test
  void anOwnFilterIsSeenByItsOwnerAlone() {
    filters.save(new SaveFilter("我的土地案件", "category=land", false), actor("land.handler"));

    assertThat(names("land.handler")).containsExactly("我的土地案件");
    assertThat(names("land.handler2")).isEmpty();
  }

  @Test
  void aSharedFilterIsSeenInTheUnitAndGoesByItsAuthorOrTheLeader() {
    filters.save(new SaveFilter("本局逾期", "severity=overdue", true), actor("land.handler"));
    filters.save(new SaveFilter("本局今天", "severity=today", true), actor("land.handler"));
    var first = filters.of(actor("land.handler")).get(0);
    var second = filters.of(actor("land.handler")).get(1);

    assertThat(names("land.handler2")).hasSize(2);
    assertThat(names("housing.handler")).isEmpty();
    assertThatThrownBy(() -> filters.delete(first.id(), actor("land.handler2"))).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> filters.delete(first.id(), actor("housing.leader"))).isInstanceOf(NotFound.class);
    filters.delete(first.id(), actor("land.leader"));
    filters.delete(second.id(), actor("land.handler"));
    assertThat(names("land.handler")).isEmpty();
  }

  @Test
  void aNameIsNeededAndTakenOnce() {
    var handler = actor("land.handler");
    filters.save(new SaveFilter("  重名 ", "category=land", false), handler);

    for (var name : List.of("重名", " ", "x".repeat(61))) {
      assertThatThrownBy(() -> filters.save(new SaveFilter(name, "", false), handler)).as(name)
          .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("name"));
    }
    for (var i = 1; i < 30; i++) {
      filters.save(new SaveFilter("第 " + i, "", false), handler);
    }
    assertThatThrownBy(() -> filters.save(new SaveFilter("第 31", "", false), handler)).isInstanceOf(Refused.class);
    assertThat(names("land.handler")).hasSize(30);
  }

  @Test
  void theAddressIsKeptUnderTheNameAndLeadsBack() throws Exception {
    var saved = send(post("/inbox/filters?tab=all&category=land&q={text}&nonsense=1", "50%_&=漏水")
        .param("name", "土地漏水").with(csrf()), "land.handler");

    var address = saved.getRedirectedUrl();
    assertThat(address).startsWith("/inbox?tab=all&category=land&q=").doesNotContain("nonsense");
    assertThat(page("/inbox", "land.handler")).contains("土地漏水");
    var list = mvc.perform(get(URI.create(address)).with(user(users.loadUserByUsername("land.handler"))))
        .andReturn().getResponse().getContentAsString();
    assertThat(list).contains("value=\"50%_&amp;=漏水\"").containsPattern("value=\"land\" selected");
    var line = filters.of(actor("land.handler")).get(0);
    assertThat(send(post("/inbox/filters/{id}/delete", line.id()).with(csrf()), "land.handler").getRedirectedUrl())
        .isEqualTo("/inbox/filters");
    assertThat(names("land.handler")).isEmpty();
  }

  @Test
  void aHundredCharactersCanBeKeptAndAnAddressWithoutEndIsRefusedInWords() throws Exception {
    var text = "漏".repeat(100);
    var saved = send(post("/inbox/filters?tab=all&category=land&q={text}", text).param("name", "长").with(csrf()),
        "land.handler");
    assertThat(saved.getRedirectedUrl()).startsWith("/inbox?tab=all&category=land&q=%E6%BC%8F");

    var refused = send(post("/inbox/filters?q={text}&category={long}", text, "x".repeat(3000)).param("name", "更长")
        .with(csrf()), "land.handler");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("筛选条件太长");
    assertThat(names("land.handler")).containsExactly("长");
  }

  @Test
  void aPlaceThatNoListHasMadeIsItsBeginning() throws Exception {
    for (var after : List.of("x", "~", "0~x", "9~2026-01-01~x", "0~+999999999-01-01~x", "0~99999999999999999~x",
        "0~2026-13-45~x", "1700000000000~x", "999999999999999999~00000000-0000-0000-0000-000000000000", "_", "x~")) {
      for (var list : List.of("/inbox?tab=todo", "/inbox?tab=todo&sort=newest", "/inbox?tab=todo&sort=code",
          "/inbox?tab=done", "/inbox?tab=all", "/inbox?tab=started", "/inbox?tab=copied", "/notices?x=y",
          "/register?x=y")) {
        assertThat(page(list + "&after=" + after, "land.handler")).as(list + " " + after).contains("<main");
      }
    }
  }

  @Test
  void aFormWithoutANameIsShownAgain() throws Exception {
    var refused = send(post("/inbox/filters?category=land").param("name", " ").with(csrf()), "land.handler");

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("请填写名称");
    assertThat(names("land.handler")).isEmpty();
  }

  @Test
  void whatNobodyCanMeanInAnAddressIsLeftOut() throws Exception {
    for (var address : List.of("/inbox?due=2026-13-45&since=x&sort=finished&severity=sometimes&tab=9",
        "/inbox?kind=%00&category=" + "x".repeat(300) + "&unit='&territory=%25", "/inbox?tab=started&category=land",
        "/inbox?tab=copied&q=x", "/inbox?tab=done&sort=code&due=2026-01-01", "/inbox?q=" + UUID.randomUUID())) {
      assertThat(page(address, "land.handler")).as(address).contains("工作台").doesNotContain("??");
    }
  }

  @Test
  void anOpenPageLearnsWhatIsNewAndAnOldOneStopsAsking() throws Exception {
    var asked = send(get("/inbox/news").param("since", String.valueOf(clock.millis())), "land.handler");
    assertThat(asked.getStatus()).isEqualTo(200);
    assertThat(asked.getContentAsString()).contains("id=\"count-TODO\"", "hx-swap-oob=\"true\"")
        .doesNotContain("新到", "<main");

    assertThat(send(get("/inbox/news").param("since", "0"), "land.handler").getStatus()).isEqualTo(286);
  }

  private List<String> names(String account) {
    return filters.of(actor(account)).stream().map(SavedFilter::name).toList();
  }

  private Actor actor(String account) {
    return accounts.actor(account);
  }

  private String page(String address, String account) throws Exception {
    var response = send(get(URI.create(address)), account);
    assertThat(response.getStatus()).as(address).isEqualTo(200);
    return response.getContentAsString();
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String account) throws Exception {
    return mvc.perform(request.with(user(users.loadUserByUsername(account)))).andReturn().getResponse();
  }
}
