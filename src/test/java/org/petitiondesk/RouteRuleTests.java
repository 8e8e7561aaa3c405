package org.petitiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the running application says who may use it; the open ones are few and named here. */
@DeskTest
class RouteRuleTests {

  /** What a stranger may use. A new entry is a decision about security. */
  private static final Set<String> OPEN = Set.of("/login", "/error", "/lodge", "/receipt", "/follow", "/answers",
      "/announcements");

  private static final Set<String> NOT_OURS = Set.of("org.springdoc", "org.springframework.boot");

  @Autowired
  private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired
  private MockMvcTester mvc;

  @Test
  void everyRouteSaysWhoMayUseIt() {
    var silent = routes().stream().filter(route -> ruleOf(route).isEmpty()).map(Route::toString).toList();

    assertThat(routes()).hasSizeGreaterThan(10);
    assertThat(silent).isEmpty();
  }

  @Test
  void everyOpenRouteIsOnTheShortList() {
    var open = routes().stream().filter(route -> ruleOf(route).contains("permitAll")).flatMap(route -> route.paths()
        .stream()).filter(path -> OPEN.stream().noneMatch(known -> path.equals(known) || path.startsWith(known + "/")))
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(open).isEmpty();
  }

  /** The filters and not only the annotations: whoever is not logged in gets no further than the door. */
  @Test
  void everyOtherPageSendsAStrangerToTheLogIn() {
    var pages = routes().stream().filter(route -> !ruleOf(route).contains("permitAll"))
        .filter(route -> route.mapping().getMethodsCondition().getMethods().stream()
            .anyMatch(method -> method.asHttpMethod() == HttpMethod.GET))
        .flatMap(route -> route.paths().stream()).map(path -> path.replaceAll("\\{[^}]*}", "1")).toList();

    assertThat(pages).hasSizeGreaterThan(5);
    for (var page : pages) {
      var answer = mvc.get().uri(page).exchange();
      if (page.startsWith("/api/") || page.startsWith("/engine-rest/")) {
        assertThat(answer).as(page).hasStatus(HttpStatus.UNAUTHORIZED);
      } else {
        assertThat(answer).as(page).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/login");
      }
    }
  }

  /** Who mentions a colleague's item elsewhere acts for nobody: the audit would tell of an order that was never given. */
  @Test
  void onlyRoutesThatWorkOnTheirItemAreUsedInAnothersName() {
    var marked = routes().stream().filter(route -> route.method().isAnnotationPresent(ItemWork.class)).toList();

    assertThat(marked).hasSizeGreaterThan(10).allSatisfy(route -> {
      assertThat(ruleOf(route)).isEqualTo(Rules.CASE_WORK);
      assertThat(namesItem(route)).as(route.toString()).isTrue();
    });
    assertThat(routes()).filteredOn(route -> ruleOf(route).equals(Rules.CASE_WORK) && namesItem(route))
        .containsExactlyInAnyOrderElementsOf(marked);
  }

  /** In its path, as a parameter or as a field of its form. */
  private static boolean namesItem(Route route) {
    return route.paths().stream().anyMatch(path -> path.contains("{item}"))
        || Stream.of(route.method().getParameters()).anyMatch(parameter -> parameter.getName().equals("item")
            || parameter.getType().isRecord() && Stream.of(parameter.getType().getRecordComponents())
                .anyMatch(component -> component.getName().equals("item")));
  }

  private List<Route> routes() {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .map(entry -> new Route(entry.getKey(), entry.getValue().getMethod()))
        .filter(route -> NOT_OURS.stream()
            .noneMatch(other -> route.method().getDeclaringClass().getName().startsWith(other)))
        .toList();
  }

  private static String ruleOf(Route route) {
    var rule = AnnotatedElementUtils.findMergedAnnotation(route.method(), PreAuthorize.class);
    return rule == null ? "" : rule.value();
  }

  private record Route(RequestMappingInfo mapping, Method method) {

    Set<String> paths() {
      return mapping.getPatternValues();
    }

    @Override
    public String toString() {
      return mapping + " " + method;
    }
  }
}
