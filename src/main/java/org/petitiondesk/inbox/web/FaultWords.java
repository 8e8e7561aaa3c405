package org.petitiondesk.inbox.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.petitiondesk.web.Show;
import org.springframework.stereotype.Component;

/** For templates, as {@code @faultWords}: what a fault's own words mean for whoever runs the installation. */
@Component
public class FaultWords {

  private static final Map<String, Pattern> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put("inbox.fault.mail", Pattern.compile("(?i)smtp|mail server|MailSend|MailConnect"));
    KNOWN.put("inbox.fault.network", Pattern.compile("(?i)connect|timed? ?out|unknown ?host|refused"));
    KNOWN.put("inbox.fault.disk", Pattern.compile("(?i)no space|disk|read-only file|NoSuchFile"));
    KNOWN.put("inbox.fault.database", Pattern.compile("(?i)sql|deadlock|constraint|OptimisticLock"));
    KNOWN.put("inbox.fault.model", Pattern.compile("(?i)unknown property|expression|cannot resolve|no outgoing|dmn"));
  }

  private final Show show;

  FaultWords(Show show) {
    this.show = show;
  }

  public String say(String message) {
    return show.sentence(KNOWN.entrySet().stream().filter(known -> known.getValue().matcher(message).find())
        .map(Map.Entry::getKey).findFirst().orElse("inbox.fault.other"));
  }
}
