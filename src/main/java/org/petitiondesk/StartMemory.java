package org.petitiondesk;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives back the memory that only the start needed: reading models, classes and templates fills a heap of half a
 * gigabyte, of which little lives on. Measured with two cores and 24 GiB: 664 MiB resident without this, 349 MiB with it.
 */
@Component
class StartMemory {

  private static final String KEEP_FREE = "MaxHeapFreeRatio";
  private static final String KEEP_FREE_AT_LEAST = "MinHeapFreeRatio";

  @EventListener(ApplicationReadyEvent.class)
  void giveBack() {
    var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (machine == null) {
      return;
    }
    var atLeast = machine.getVMOption(KEEP_FREE_AT_LEAST).getValue();
    var atMost = machine.getVMOption(KEEP_FREE).getValue();
    machine.setVMOption(KEEP_FREE_AT_LEAST, "10");
    machine.setVMOption(KEEP_FREE, "20");
    System.gc();
    machine.setVMOption(KEEP_FREE, atMost);
    machine.setVMOption(KEEP_FREE_AT_LEAST, atLeast);
  }
}
