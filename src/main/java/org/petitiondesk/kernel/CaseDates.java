package org.petitiondesk.kernel;

import java.util.Map;

/**
 * The dates to which a case is held, for a module that must prove that it moves none of them. Each module that keeps
 * dates or half-done work of a case answers for its own.
 */
public interface CaseDates {

  /** By what the date belongs to; the value is only compared, and stays the same text as long as nothing has changed. */
  Map<String, String> of(CaseId id);
}
