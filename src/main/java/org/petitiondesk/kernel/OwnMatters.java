package org.petitiondesk.kernel;

import java.util.Optional;

/**
 * What a process runs for when it is no case of the register, for modules that show its work and know only the register.
 * The module that owns the process answers.
 */
public interface OwnMatters {

  /** Whether it answers for this run: of this process, for this id. */
  boolean owns(String processKey, CaseId id);

  /** By the business key of the process. */
  Optional<Matter> find(CaseId id);

  /** The page of it, for readers who can not act. */
  String page(CaseId id);

  /** @param code how people name it, as they name a case by its code */
  record Matter(String code, String title) {}

  /** What is said of it has changed; published in the transaction that changes it. */
  record Changed(String processKey, CaseId id) {}
}
