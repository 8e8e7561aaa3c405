package org.petitiondesk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseQuery;
import org.petitiondesk.intake.ProposeAnswer;
import org.petitiondesk.intake.PublishedAnswers;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Accounts;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Published answers to some of the made-up petitions that are closed, through the real service. */
@Component
@Profile("demo")
class DemoAnswers {

  private static final String FILE = "demo/answers.txt";

  private final PublishedAnswers answers;
  private final CaseFiles cases;
  private final Accounts accounts;

  DemoAnswers(PublishedAnswers answers, CaseFiles cases, Accounts accounts) {
    this.answers = answers;
    this.cases = cases;
    this.accounts = accounts;
  }

  void make() {
    if (!answers.find("", "", Optional.empty()).rows().isEmpty()) {
      return;
    }
    var officer = accounts.actor("officer");
    var closed = closed(officer);
    lines().lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\\|"))
        .filter(line -> closed.containsKey(line[0])).forEach(line -> publish(closed.get(line[0]), line, officer));
  }

  private void publish(CaseId id, String[] line, Actor officer) {
    var file = cases.get(id);
    var answer = answers.propose(new ProposeAnswer(id, line[1], line[2], line[3], file.category().orElse("other"),
        answers.places(file).get(0).id()), officer);
    answers.approve(answer, accounts.actor("office.leader"));
  }

  private Map<String, CaseId> closed(Actor officer) {
    var closed = new HashMap<String, CaseId>();
    var page = cases.find(CaseQuery.everything(), officer, Optional.empty());
    while (true) {
      page.rows().stream().filter(row -> row.closingState().isPresent())
          .forEach(row -> closed.put(row.title(), row.id()));
      if (page.next().isEmpty()) {
        return closed;
      }
      page = cases.find(CaseQuery.everything(), officer, page.next());
    }
  }

  private static String lines() {
    try {
      return new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
