package org.petitiondesk.petition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.LetterId;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.inbox.Copies;
import org.petitiondesk.inbox.FormToken;
import org.petitiondesk.inbox.Verb;
import org.petitiondesk.inbox.WordRequest;
import org.petitiondesk.inbox.Words;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.notice.NoticeDelivery;
import org.petitiondesk.notice.NoticeId;
import org.petitiondesk.notice.Notices;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.AppointSubstitute;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.petitiondesk.people.Substitutes;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Screenings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the running application, asked for a report against a person by those who must not know of it: whom it
 * is about, colleagues who are not named on it, and a substitute of the one who handles it. A route that comes later is
 * asked as well.
 */
@DeskTest
class ReportRoutesTests {

  private static final String TITLE = "举报住建科人员收受好处";
  private static final String TEXT = "该人员收了餐馆的购物卡";
  private static final String HANDLER = "environment.handler";
  private static final String LEADER = "environment.leader";

  @Autowired
  private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private Substitutes substitutes;
  @Autowired
  private Processes processes;
  @Autowired
  private Words words;
  @Autowired
  private Copies copies;
  @Autowired
  private Letters letters;
  @Autowired
  private Notices notices;
  @Autowired
  private Documents documents;
  @Autowired
  private Clocks clocks;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private MovableClock clock;

  private Actor accused;
  private Actor substitute;
  private UUID rule;
  private CaseId report;
  private List<String> secrets;
  private final Map<Class<?>, List<String>> known = new HashMap<>();

  /** A report in the middle of its handling, with one of everything that has an id. */
  @BeforeEach
  void aReport() {
    accused = person("environment", Role.HANDLER, Role.LEADER);
    substitute = person("health", Role.HANDLER);
    var head = accounts.actor("office.leader");
    var today = Dates.today(clock);
    rule = substitutes.appoint(new AppointSubstitute(HANDLER, substitute.id(), Optional.empty(), today, today),
        accounts.actor(HANDLER));
    report = petitions.register(Petitions.byPost().title(TITLE).text(TEXT).attachment("证据.txt", "购物卡号".getBytes())
        .against(PartyKind.PERSON, accused.name()), head).id();
    petitions.screen(report, Screenings.accept("environment").report(), head);
    processes.transfer(petitions.item(report, PetitionAssignment.USER_ACCEPT), HANDLER, "请您办理",
        accounts.actor(LEADER));
    petitions.accept(report);
    var handler = accounts.actor(HANDLER);
    var item = petitions.item(report, PetitionHandling.USER_HANDLE);
    words.ask(item, version(item), WordRequest.Kind.BEFORE, Set.of(LEADER), "请看一下", handler);
    copies.send(item, version(item), Set.of(LEADER), "供参考", FormToken.fresh(), handler);
    secrets = List.of(TITLE, TEXT, cases.get(report).code(), "李冬梅", "桂花路2号", "13900139000", "购物卡号", "证据.txt");
    known.put(CaseId.class, List.of(report.toString()));
    known.put(LetterId.class, letters.of(report).stream().map(letter -> letter.id().toString()).toList());
    known.put(NoticeId.class, notices.of(report).stream().map(notice -> notice.id().toString()).toList());
    known.put(DocumentId.class, documents.of(report).stream().map(file -> file.id().toString()).toList());
    known.put(ClockId.class, clocks.of(report).stream().map(state -> state.id().toString()).limit(1).toList());
    known.put(UUID.class, List.of(report.toString()));
    var strings = new ArrayList<>(ids("work_item where state = 'OPEN' and"));
    strings.addAll(ids("work_item_copy where"));
    known.put(String.class, strings);
    assertThat(known).allSatisfy((type, ids) -> assertThat(ids).as(type.getSimpleName()).isNotEmpty());
  }

  @AfterEach
  void theHandlerIsBackAndTheOthersLeave() {
    substitutes.end(rule, accounts.actor(HANDLER));
    for (var person : List.of(accused, substitute)) {
      accounts.disable(person.id(), accounts.get(person.id()).version(), Optional.empty(), accounts.actor("admin"));
    }
  }

  @Test
  void thoseNamedFindWhatTheOthersAreKeptFrom() {
    var page = Clerks.text(ask(HttpMethod.GET, "/petitions/" + report, accounts.actor(HANDLER)));
    assertThat(page).contains(TITLE, accused.name());
    var paper = petitions.item(report, NoticeDelivery.USER_HAND_OVER_LETTER);

    var asked = ask(HttpMethod.GET, "/notices/" + paper + "/handover", accounts.actor(HANDLER));

    assertThat(Clerks.text(asked)).contains("李冬梅", "桂花路2号");
    assertThat(audit.of(report))
        .anyMatch(entry -> entry.act().equals("letter.viewed") && entry.actorId().equals(HANDLER));
  }

  @Test
  void noRouteTellsTheAccusedOfTheReport() {
    assertNothingIsToldTo(accused);
  }

  @Test
  void noRouteTellsAnUnnamedColleagueOfTheReport() {
    assertNothingIsToldTo(accounts.actor("environment.handler2"));
    assertNothingIsToldTo(accounts.actor("officer2"));
  }

  @Test
  void noRouteTellsTheSubstituteOfTheReport() {
    assertNothingIsToldTo(substitute);
  }

  private void assertNothingIsToldTo(Actor reader) {
    var entries = audit.of(report);
    var asked = 0;
    for (var route : routes()) {
      for (var address : route.addresses()) {
        for (var method : route.methods()) {
          var answer = ask(method, address, reader);
          asked++;
          assertThat(secrets).as(method + " " + address).noneMatch(Clerks.text(answer)::contains);
          if (route.namesCase()) {
            assertThat(answer.getResponse().getStatus()).as(method + " " + address).isIn(route.refusals());
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(100);
    assertThat(audit.of(report)).isEqualTo(entries);
  }

  private MvcTestResult ask(HttpMethod method, String address, Actor reader) {
    var request = mvc.method(method).uri(address).with(user(users.loadUserByUsername(reader.id())));
    return method == HttpMethod.GET
        ? request.exchange()
        : request.with(csrf()).contentType(MediaType.APPLICATION_FORM_URLENCODED).exchange();
  }

  private List<Route> routes() {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .filter(entry -> entry.getValue().getMethod().getDeclaringClass().getName().startsWith("org.petitiondesk"))
        .flatMap(entry -> entry.getKey().getPatternValues().stream()
            .map(path -> new Route(path, entry.getKey(), entry.getValue().getMethod())))
        // Keys of programs, the tracking code of a petitioner and the log-in are no way in for an account.
        .filter(route -> Stream.of("/api/", "/follow", "/receipt", "/login", "/error")
            .noneMatch(route.path()::startsWith))
        .toList();
  }

  private List<String> ids(String from) {
    return jdbc.sql("select id from " + from + " case_id = ?").param(report.value()).query(String.class).list();
  }

  private int version(String item) {
    return jdbc.sql("select version from work_item where id = ?").param(item).query(Integer.class).single();
  }

  private Actor person(String unit, Role... roles) {
    var id = "walk-" + UUID.randomUUID();
    accounts.create(new CreateAccount(id, "被查" + id.substring(5, 13), unit, Set.of(roles), Optional.empty(),
        passwords.hash("petition-desk")), Actor.SYSTEM);
    return accounts.actor(id);
  }

  private final class Route {

    private final String path;
    private final RequestMappingInfo mapping;
    private final List<Parameter> variables;

    Route(String path, RequestMappingInfo mapping, Method method) {
      this.path = path;
      this.mapping = mapping;
      variables = Stream.of(method.getParameters())
          .filter(parameter -> parameter.isAnnotationPresent(PathVariable.class))
          .toList();
    }

    String path() {
      return path;
    }

    boolean namesCase() {
      return path.contains("{item}") || path.startsWith("/inbox/items/{id}") || variables.stream()
          .anyMatch(variable -> variable.getType() != String.class && variable.getType() != UUID.class
              && known.containsKey(variable.getType()));
    }

    Set<HttpMethod> methods() {
      var methods = new HashSet<HttpMethod>();
      mapping.getMethodsCondition().getMethods().forEach(method -> methods.add(method.asHttpMethod()));
      return methods;
    }

    /**
     * 400 for a form without its fields; 409 for the id of something that is no open task; a way on to another page; a
     * draft that is not there is gone already.
     */
    List<Integer> refusals() {
      return path.equals("/cases/{id}")
          ? List.of(302)
          : path.endsWith("/draft") ? List.of(204, 400, 404, 415) : List.of(400, 403, 404, 405, 409, 415);
    }

    /** The path with each of the ids that we have for its variables; each also with an item of the report. */
    List<String> addresses() {
      var found = List.of(path);
      for (var variable : variables) {
        found = found.stream().flatMap(address -> values(variable).stream()
            .map(value -> address.replaceFirst("\\{" + variable.getName() + "[^}]*}", value))).toList();
      }
      return found.stream().map(address -> address + "?item=" + known.get(String.class).get(0)).toList();
    }

    private List<String> values(Parameter variable) {
      if (variable.getName().equals("verb")) {
        return Stream.of(Verb.values()).map(verb -> verb.name().toLowerCase(Locale.ROOT)).toList();
      }
      return known.getOrDefault(variable.getType(), List.of("1"));
    }
  }
}
