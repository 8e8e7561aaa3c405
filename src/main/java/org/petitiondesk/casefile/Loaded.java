package org.petitiondesk.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What this transaction has already read or written of the register: the steps of one act ask for the same case again
 * and again. Lives exactly as long as the transaction; outside of one it remembers nothing.
 */
final class Loaded implements TransactionSynchronization {

  private final Map<CaseId, CaseFile> files = new HashMap<>();
  private final Map<CaseId, List<Party>> parties = new HashMap<>();
  private final Map<CaseId, String> trackingCodes = new HashMap<>();

  static Loaded inThisTransaction() {
    var bound = (Loaded) TransactionSynchronizationManager.getResource(Loaded.class);
    if (bound != null) {
      return bound;
    }
    var fresh = new Loaded();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      fresh.resume();
      TransactionSynchronizationManager.registerSynchronization(fresh);
    }
    return fresh;
  }

  Optional<CaseFile> file(CaseId id) {
    return Optional.ofNullable(files.get(id));
  }

  CaseFile remember(CaseFile file) {
    files.put(file.id(), file);
    return file;
  }

  void forget(CaseId id) {
    files.remove(id);
  }

  Optional<List<Party>> parties(CaseId id) {
    return Optional.ofNullable(parties.get(id));
  }

  List<Party> remember(CaseId id, List<Party> ofCase) {
    parties.put(id, ofCase);
    return ofCase;
  }

  void forgetParties(CaseId id) {
    parties.remove(id);
  }

  Optional<String> trackingCode(CaseId id) {
    return Optional.ofNullable(trackingCodes.get(id));
  }

  String remember(CaseId id, String trackingCode) {
    trackingCodes.put(id, trackingCode);
    return trackingCode;
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(Loaded.class);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(Loaded.class, this);
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(Loaded.class);
  }
}
