package org.petitiondesk.accountability.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.petitiondesk.accountability.NamePanel;
import org.petitiondesk.accountability.Track;

/**
 * Who sits on the panel.
 *
 * @param reviewer0 who judges the first track, and so on in their order
 * @param leftOut tracks that a limitation would leave out
 */
record NamePanelForm(String item, String chair, String reviewer0, String reviewer1, String reviewer2, String reviewer3,
    LocalDate until, List<Track> leftOut, String limitation) {

  NamePanelForm {
    item = Text.plain(item);
    chair = Text.plain(chair);
    reviewer0 = Text.plain(reviewer0);
    reviewer1 = Text.plain(reviewer1);
    reviewer2 = Text.plain(reviewer2);
    reviewer3 = Text.plain(reviewer3);
    leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
    limitation = Text.plain(limitation);
  }

  static NamePanelForm empty(String item, LocalDate until) {
    return new NamePanelForm(item, "", "", "", "", "", until, List.of(), "");
  }

  NamePanel toCommand() {
    var reviewers = new EnumMap<Track, String>(Map.of(Track.CAUSE, reviewer0, Track.RECTIFICATION, reviewer1,
        Track.RESPONSIBILITY, reviewer2, Track.LESSON, reviewer3));
    return new NamePanel(chair, reviewers, until, leftOut.stream().collect(Collectors.toSet()), limitation);
  }
}
