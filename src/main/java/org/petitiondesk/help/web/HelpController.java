package org.petitiondesk.help.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.petitiondesk.help.PageHelp;
import org.petitiondesk.help.Topic;
import org.petitiondesk.help.Word;
import org.petitiondesk.kernel.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The words of the desk, and what the page is for that the reader comes from. */
@Controller
class HelpController {

  private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  private final MessageSource messages;

  HelpController(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * @param q part of a word in either language, or of its explanation in the reader's
   * @param page path of the page the reader comes from
   */
  @GetMapping("/help")
  @PreAuthorize("isAuthenticated()")
  ModelAndView show(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String page) {
    var found = Arrays.stream(Word.values()).filter(word -> says(word, q.strip().toLowerCase(Locale.ROOT))).toList();
    var parts = Arrays.stream(Topic.values())
        .map(topic -> new Part(topic, found.stream().filter(word -> word.topic() == topic).toList()))
        .filter(part -> !part.words().isEmpty()).toList();
    return new ModelAndView("help/help").addObject("q", q.strip()).addObject("parts", parts).addObject("here",
        PageHelp.of(page).orElse(null));
  }

  record Part(Topic topic, List<Word> words) {}

  /** One word, or all of a topic: what a question mark beside a field leads to. */
  @GetMapping("/help/{name}")
  @PreAuthorize("isAuthenticated()")
  ModelAndView explain(@PathVariable String name) {
    var topic = Arrays.stream(Topic.values()).filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
    var page = new ModelAndView("help/word");
    return topic
        .map(each -> page.addObject("heading", "help.topic." + each).addObject("words", Word.about(each)))
        .orElseGet(() -> {
          var word = Word.of(name).orElseThrow(() -> new NotFound("help.not-found.word", name));
          return page.addObject("heading", "help.word." + word).addObject("words", List.of(word));
        });
  }

  private boolean says(Word word, String text) {
    return LANGUAGES.stream().anyMatch(language -> text("help.word.", word, language).contains(text))
        || text("help.meaning.", word, LocaleContextHolder.getLocale()).contains(text)
        || text("help.when.", word, LocaleContextHolder.getLocale()).contains(text);
  }

  private String text(String key, Word word, Locale language) {
    return messages.getMessage(key + word, null, language).toLowerCase(Locale.ROOT);
  }
}
