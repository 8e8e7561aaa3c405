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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.LetterId;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.inbox.Verb;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.notice.NoticeId;
import org.petitiondesk.notice.Notices;
import org.springframework.context.ApplicationContext;
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
 * Every route of the running application that an account may use, asked for one case by somebody who must not know of it.
 * Taken from the application itself: a route that comes later is asked as well.
 */
final class CaseRoutes {

  private final RequestMappingHandlerMapping mapping;
  private final MockMvcTester mvc;
  private final UserDetailsService users;
  private final JdbcClient jdbc;
  private final CaseId caseId;
  private final Map<Class<?>, List<String>> known = new HashMap<>();

  /** The case must have one of everything that has an id. */
  CaseRoutes(ApplicationContext context, CaseId caseId) {
    mapping = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    mvc = context.getBean(MockMvcTester.class);
    users = context.getBean(UserDetailsService.class);
    jdbc = context.getBean(JdbcClient.class);
    this.caseId = caseId;
    known.put(CaseId.class, List.of(caseId.toString()));
    known.put(LetterId.class,
        context.getBean(Letters.class).of(caseId).stream().map(letter -> letter.id().toString()).toList());
    known.put(NoticeId.class,
        context.getBean(Notices.class).of(caseId).stream().map(notice -> notice.id().toString()).toList());
    known.put(DocumentId.class,
        context.getBean(Documents.class).of(caseId).stream().map(file -> file.id().toString()).toList());
    known.put(ClockId.class,
        context.getBean(Clocks.class).of(caseId).stream().map(state -> state.id().toString()).limit(1).toList());
    known.put(UUID.class, List.of(caseId.toString()));
    var strings = new ArrayList<>(ids("work_item where state = 'OPEN' and"));
    strings.addAll(ids("work_item_copy where"));
    known.put(String.class, strings);
    assertThat(known).allSatisfy((type, ids) -> assertThat(ids).as(type.getSimpleName()).isNotEmpty());
  }

  /**
   * Asks them all. No answer may tell one of the secrets, and a route that names the case refuses.
   *
   * @return the routes that were asked, each with its methods
   */
  List<String> tellNothingTo(Actor reader, List<String> secrets) {
    var asked = new ArrayList<String>();
    for (var route : routes()) {
      for (var address : route.addresses()) {
        for (var method : route.methods()) {
          var answer = ask(method, address, reader);
          asked.add(method + " " + route.path());
          assertThat(secrets).as(method + " " + address).noneMatch(Clerks.text(answer)::contains);
          if (route.namesCase()) {
            assertThat(answer.getResponse().getStatus()).as(method + " " + address).isIn(route.refusals());
          }
        }
      }
    }
    assertThat(asked).hasSizeGreaterThan(100);
    return asked.stream().distinct().sorted().toList();
  }

  MvcTestResult ask(HttpMethod method, String address, Actor reader) {
    var request = mvc.method(method).uri(address).with(user(users.loadUserByUsername(reader.id())));
    return method == HttpMethod.GET
        ? request.exchange()
        : request.with(csrf()).contentType(MediaType.APPLICATION_FORM_URLENCODED).exchange();
  }

  private List<Route> routes() {
    return mapping.getHandlerMethods().entrySet().stream()
        .filter(entry -> entry.getValue().getMethod().getDeclaringClass().getName().startsWith("org.petitiondesk"))
        .flatMap(entry -> entry.getKey().getPatternValues().stream()
            .map(path -> new Route(path, entry.getKey(), entry.getValue().getMethod())))
        // Keys of programs, the tracking code of a petitioner and the log-in are no way in for an account.
        .filter(route -> Stream.of("/api/", "/follow", "/receipt", "/login", "/error")
            .noneMatch(route.path()::startsWith))
        .toList();
  }

  private List<String> ids(String from) {
    return jdbc.sql("select id from " + from + " case_id = ?").param(caseId.value()).query(String.class).list();
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
