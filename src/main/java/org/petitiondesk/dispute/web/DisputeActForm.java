package org.petitiondesk.dispute.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.petitiondesk.dispute.Side;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the small forms on the page of a dispute ask for; each asks for a few of these.
 *
 * @param act which of them it is, so that it is open again with its refusal
 */
record DisputeActForm(String act, Side side, String name, String calling, Boolean confidential, String text,
    LocalDate heardOn, Integer length, String reason, String words, String account, Boolean unrelated,
    Set<Side> agreed, String court, LocalDate askedOn, LocalDate on, Integer part, Boolean performed,
    List<MultipartFile> files) {

  DisputeActForm {
    confidential = Boolean.TRUE.equals(confidential);
    unrelated = Boolean.TRUE.equals(unrelated);
    act = Text.plain(act);
    name = Text.plain(name);
    calling = Text.plain(calling);
    text = Text.plain(text);
    reason = Text.plain(reason);
    words = Text.plain(words);
    account = Text.plain(account);
    court = Text.plain(court);
    agreed = agreed == null ? Set.of() : agreed;
    files = files == null ? List.of() : files;
  }

  static DisputeActForm empty(LocalDate today) {
    return new DisputeActForm("", null, "", "", false, "", today, null, "", "", "", false, null, "", today, today, null,
        null, null);
  }
}
