package org.petitiondesk.calendar.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.petitiondesk.calendar.OfficialDay;

/** The days that one festival brings: off, and made up for. */
record Festival(String name, String nameEn, List<LocalDate> off, List<LocalDate> work) {

  static List<Festival> of(List<OfficialDay> days) {
    var festivals = new LinkedHashMap<String, Festival>();
    for (var day : days) {
      var festival = festivals.computeIfAbsent(day.name(),
          name -> new Festival(name, day.nameEn(), new ArrayList<>(), new ArrayList<>()));
      (day.off() ? festival.off() : festival.work()).add(day.day());
    }
    return List.copyOf(festivals.values());
  }
}
