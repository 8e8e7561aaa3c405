package org.petitiondesk.people.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.petitiondesk.people.ApiKeys;
import org.petitiondesk.people.Passwords;
import org.petitiondesk.people.TooManyTries;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in: people with a form and a session, programs with a key, everybody to the public pages. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableMethodSecurity
class SecurityConfig {

  /** Open without log-in. Whatever is not named here is closed, also what a later module adds. */
  static final String[] PUBLIC = {"/login", "/lodge/**", "/receipt/**", "/follow/**", "/answers", "/announcements",
      "/error",
      "/actuator/health",
      "/actuator/health/**"};

  private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self';"
      + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none';"
      + " form-action 'self'";

  @Bean
  PasswordEncoder passwordEncoder(Passwords passwords) {
    return passwords.encoder();
  }

  /** Files that are the same for everybody: no session is looked up, no cookie is set. */
  @Bean
  @Order(1)
  SecurityFilterChain assets(HttpSecurity http) throws Exception {
    return http.securityMatcher("/assets/**", "/favicon.ico")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .anonymous(Customizer.withDefaults())
        .headers(SecurityConfig::headers)
        .build();
  }

  /**
   * Desktop modellers, where the setting lets them in: name and password with every request, no session, no cookie. A
   * browser is never asked for them, so that it remembers none that a foreign page could use.
   */
  @Bean
  @Order(2)
  SecurityFilterChain modelers(HttpSecurity http, ObjectMapper json, MessageSource messages,
      @Value("${petition-desk.engine-rest}") boolean open) throws Exception {
    http.securityMatcher(request -> path(request).startsWith("/engine-rest/"))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(SecurityConfig::headers);
    if (!open) {
      // Nobody is asked for a password where there is nothing: 404.
      return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }
    var problems = new ModelerProblems(json, messages);
    return http
        .authorizeHttpRequests(requests -> requests.requestMatchers(SecurityConfig::isFromPage).denyAll()
            .anyRequest().hasRole("DESIGNER"))
        .httpBasic(basic -> basic.authenticationEntryPoint(problems))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain programs(HttpSecurity http, ApiKeys keys, ObjectMapper json, MessageSource messages)
      throws Exception {
    var problems = new ApiProblems(json, messages);
    return http.securityMatcher(SecurityConfig::isProgram)
        .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("API"))
        .addFilterBefore(new ApiKeyFilter(keys), AuthorizationFilter.class)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .headers(SecurityConfig::headers)
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain people(HttpSecurity http) throws Exception {
    var wanted = new WantedPage();
    var arrival = new SavedRequestAwareAuthenticationSuccessHandler();
    arrival.setDefaultTargetUrl("/inbox");
    arrival.setRequestCache(wanted);
    return http
        .authorizeHttpRequests(requests -> requests
            .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll()
            .requestMatchers(PUBLIC).permitAll()
            .anyRequest().authenticated())
        .formLogin(form -> form.loginPage("/login").successHandler(arrival).failureHandler(refusal()))
        .logout(logout -> logout.logoutSuccessUrl("/login?out"))
        .requestCache(cache -> cache.requestCache(wanted))
        .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()).csrfTokenRequestHandler(earlyCsrfToken()))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(new StrangerAtTheDoor())
            .accessDeniedHandler(new StaleForm()))
        .headers(SecurityConfig::headers)
        .build();
  }

  /** The description of the API is for people with a log-in and for programs with a key. */
  private static boolean isProgram(HttpServletRequest request) {
    return path(request).startsWith("/api/")
        || path(request).startsWith("/v3/api-docs") && request.getHeader(ApiKeyFilter.HEADER) != null;
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /** A program has no origin, or that of a file. */
  private static boolean isFromPage(HttpServletRequest request) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && origin.startsWith("http");
  }

  private static AuthenticationFailureHandler refusal() {
    var refusal = new SimpleUrlAuthenticationFailureHandler("/login?failed");
    refusal.setAllowSessionCreation(false);
    return (request, response, exception) -> {
      if (exception instanceof TooManyTries slowed) {
        response.sendRedirect(request.getContextPath() + "/login?wait=" + (slowed.left().toSeconds() + 1));
      } else {
        refusal.onAuthenticationFailure(request, response, exception);
      }
    };
  }

  /** A cookie and not the session: the public form must not write a session row for every visitor. */
  private static CookieCsrfTokenRepository csrfCookie() {
    var repository = new CookieCsrfTokenRepository();
    repository.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
    return repository;
  }

  /** The token is made before the page is rendered: a long page has sent its headers when its form is reached. */
  private static XorCsrfTokenRequestAttributeHandler earlyCsrfToken() {
    var handler = new XorCsrfTokenRequestAttributeHandler();
    handler.setCsrfRequestAttributeName(null);
    return handler;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
  }
}
