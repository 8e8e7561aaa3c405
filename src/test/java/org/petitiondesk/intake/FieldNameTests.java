package org.petitiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.petitiondesk.DeskTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Names of fields that no browser sends. */
@DeskTest
class FieldNameTests {

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private JdbcClient jdbc;

  private IntakeDesk desk;

  @BeforeEach
  void openTheDesk() {
    desk = new IntakeDesk(mvc, users);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demandPoints[x].text", "demandPoints[-1].text", "demandPoints[99999999999].text",
      "demandPoints[2147483647].text", "demandPoints[1000].text", "demandPoints[].text", "demandPoints[.text",
      "demandPoints[0.text", "demandPoints[0][0].text", "petitioners[1e3].name", "petitioners['a'].name", "title[0]",
      "demandPoints]0[.text", "demandPoints[999].text"})
  void aMalformedNameIsABadRequestWithASentence(String name) {
    var before = count();
    var fields = IntakeDesk.counter();
    fields.put(name, "x");

    assertThat(desk.register("officer", fields)).hasStatus(400).bodyText().contains("格式不正确，什么都没有改动");
    assertThat(count()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demandPoints[1].text", "title.length", "class.module", "unknown"})
  void aNameThatBelongsToNothingIsLeftAlone(String name) {
    var fields = IntakeDesk.counter();
    fields.put(name, "x");

    assertThat(desk.register("officer", fields)).hasStatus(303);
  }

  private long count() {
    return jdbc.sql("select count(*) from case_file").query(Long.class).single();
  }
}
