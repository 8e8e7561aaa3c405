package org.petitiondesk.petition;

import org.petitiondesk.documents.LetterIssued;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** For one act a listener of the last step fails, as a bug in any module could. */
@Component
class Trouble {

  private volatile boolean brewing;

  void during(Runnable act) {
    brewing = true;
    try {
      act.run();
    } finally {
      brewing = false;
    }
  }

  @EventListener
  void on(LetterIssued issued) {
    if (brewing) {
      throw new IllegalStateException("no paper left");
    }
  }
}
