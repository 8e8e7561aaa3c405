package org.petitiondesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.petitiondesk.kernel.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** For templates, as {@code @show}: values in the reader's language and the desk's time zone. */
@Component("show")
public class Show {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter ENGLISH_MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm",
      Locale.ENGLISH);

  private final MessageSource messages;

  Show(MessageSource messages) {
    this.messages = messages;
  }

  /** {@code 2026-11-22}, {@code 22 Nov 2026}; empty for nothing. */
  public String day(LocalDate day) {
    return day == null ? "" : day.format(isChinese() ? DAY : ENGLISH_DAY);
  }

  public String day(Optional<LocalDate> day) {
    return day(day.orElse(null));
  }

  /** {@code 2026-11-22 14:05}, {@code 22 Nov 2026, 14:05}. */
  public String moment(Instant moment) {
    return moment == null ? "" : Dates.local(moment).format(isChinese() ? MOMENT : ENGLISH_MOMENT);
  }

  public String moment(Optional<Instant> moment) {
    return moment(moment.orElse(null));
  }

  /** The sentence of a key, with the reader's dates and not with the computer's among its arguments. */
  public String sentence(String key, Object... arguments) {
    return text(key, Arrays.stream(arguments).map(this::shown).toArray());
  }

  private Object shown(Object argument) {
    if (argument instanceof LocalDateTime moment) {
      return moment(moment.atZone(Dates.ZONE).toInstant());
    }
    return argument instanceof LocalDate day ? day(day) : argument;
  }

  /** {@code 星期日}, {@code Sunday}. */
  public String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, isChinese() ? Locale.CHINESE : Locale.ENGLISH);
  }

  /** {@code 3 天 4 小时}, {@code 3 d 4 h}: the two largest units; under a minute is said so. */
  public String duration(Duration spent) {
    if (spent.toDays() > 0) {
      return text("web.spent.days", spent.toDays(), spent.toHoursPart());
    }
    if (spent.toHours() > 0) {
      return text("web.spent.hours", spent.toHours(), spent.toMinutesPart());
    }
    return spent.toMinutes() > 0 ? text("web.spent.minutes", spent.toMinutes()) : text("web.spent.moment");
  }

  /** {@code 812 B}, {@code 14 KB}, {@code 2.3 MB}. */
  public String size(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    return bytes < 1024 * 1024
        ? Math.round(bytes / 1024.0) + " KB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
  }

  /** How many stand above a place in a tree, by its path: 0 for {@code /linjiang/}, 1 for {@code /linjiang/liuyin/}. */
  public int depth(String path) {
    return (int) path.chars().filter(letter -> letter == '/').count() - 2;
  }

  /** Whether the page shown belongs to this section of the site. */
  public boolean within(String section) {
    var path = path();
    return path.equals(section) || path.startsWith(section + "/");
  }

  /** Path of the page shown; for a form that was sent, of that form. */
  public String path() {
    var request = request();
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /** Name of the reader who is logged in; empty for the public. */
  public String reader() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
      return "";
    }
    return authentication.getPrincipal() instanceof Reader reader ? reader.actor().name() : authentication.getName();
  }

  public boolean isChinese() {
    return !LocaleContextHolder.getLocale().getLanguage().equals("en");
  }

  /** The page shown, in another language. */
  public String inLanguage(String language) {
    var request = request();
    var page = request.getMethod().equals("GET")
        ? UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString())
        : cameFrom(request);
    return page.replaceQueryParam("lang", language).build().toUriString();
  }

  /** The answer to a POST has no address of its own; the form that was sent has. Only its path is taken. */
  private static UriComponentsBuilder cameFrom(HttpServletRequest request) {
    var referer = request.getHeader("Referer");
    try {
      var path = referer == null ? "/" : URI.create(referer).getRawPath();
      return UriComponentsBuilder.fromPath(path == null || path.startsWith("//") ? "/" : path);
    } catch (IllegalArgumentException e) {
      return UriComponentsBuilder.fromPath("/");
    }
  }

  private String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }

  private static HttpServletRequest request() {
    return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
  }
}
