package org.petitiondesk.dispute;

import java.util.List;
import java.util.OptionalInt;

/**
 * The figures of a period, of the disputes that were opened in it.
 *
 * @param mediated with the consent of both sides
 * @param declined without it: neither mediated nor failed
 * @param agreed of those mediated, with an agreement in force
 * @param days from the opening to the agreement: half of them took so many or fewer, and nine of ten
 * @param target of the success rate, in percent
 */
public record DisputeFigures(int opened, int mediated, int declined, int agreed, int written, int oral, int failed,
    int withdrawn, int performed, int inTime, int breached, OptionalInt median, OptionalInt ninth, int target,
    List<Group> kinds, List<Group> places) {

  /** The same of one kind or one place. */
  public record Group(String name, int opened, int mediated, int agreed, int decided) {

    public OptionalInt success() {
      return percent(agreed, decided);
    }
  }

  /** Mediated of all on which the sides have said whether they want it (调解率). */
  public OptionalInt mediationRate() {
    return percent(mediated, mediated + declined);
  }

  /** Agreed of those that were mediated to an end (调解成功率); whoever ended it before counts as none. */
  public OptionalInt successRate() {
    return percent(agreed, agreed + failed);
  }

  public boolean onTarget() {
    return successRate().orElse(100) >= target;
  }

  public OptionalInt performanceRate() {
    return percent(inTime, performed + breached);
  }

  private static OptionalInt percent(int part, int all) {
    return all == 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.floor(100.0 * part / all));
  }
}
