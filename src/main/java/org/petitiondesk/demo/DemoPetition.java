package org.petitiondesk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.springframework.core.io.ClassPathResource;

/** One line of {@code demo/petitions.txt}: an invented petition and how far it has come. */
record DemoPetition(String stage, int daysAgo, Channel channel, DemandClass demandClass, String territory,
    String petitioner, String leadUnit, String title, String text) {

  static List<DemoPetition> all() {
    try {
      return new ClassPathResource("demo/petitions.txt").getContentAsString(StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#")).map(DemoPetition::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DemoPetition of(String line) {
    var cells = line.split("\\|");
    return new DemoPetition(cells[0], Integer.parseInt(cells[1]), Channel.valueOf(cells[2]),
        DemandClass.valueOf(cells[3]), cells[4], cells[5], cells[6], cells[7], cells[8]);
  }
}
