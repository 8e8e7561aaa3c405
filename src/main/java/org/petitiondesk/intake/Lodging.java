package org.petitiondesk.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Receipt;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way from every channel into the register: what is sent twice is registered once. */
@Component
public class Lodging {

  public static final int LONGEST_KEY = 100;
  private static final int DAYS_KEPT = 30;

  private final CaseFiles files;
  private final AnsweredKeys keys;
  private final Units units;
  private final ObjectMapper json;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Lodging(CaseFiles files, AnsweredKeys keys, Units units, ObjectMapper json, Clock clock,
      PlatformTransactionManager transactions) {
    this.files = files;
    this.keys = keys;
    this.units = units;
    this.json = json;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** A form carries a token of its own: a second click is the first one again, a corrected form is another petition. */
  public Receipt fromForm(String token, RegisterCase command, Actor actor) {
    var fingerprint = fingerprint(command);
    return lodge(token + ":" + fingerprint, fingerprint, command, actor);
  }

  /** A program chooses its key: the same content gets the same answer, other content under that key is a conflict. */
  public Receipt fromProgram(Optional<String> key, Object content, RegisterCase command, Actor actor) {
    return key.map(given -> lodge("key:" + given, fingerprint(content), command, actor))
        .orElseGet(() -> files.register(command, actor));
  }

  /** The office that screens what comes from a place, when no officer has taken it in. */
  public String officeFor(String territory) {
    return units.competent("general", territory).map(Unit::id).orElseGet(this::onlyOffice);
  }

  /** Nobody sends the same petition again after a month because an answer got lost. */
  @Scheduled(cron = "0 10 3 * * *", zone = "Asia/Shanghai")
  void forgetOldKeys() {
    keys.deleteBefore(clock.instant().minus(DAYS_KEPT, ChronoUnit.DAYS));
  }

  private Receipt lodge(String key, String fingerprint, RegisterCase command, Actor actor) {
    var before = keys.find(actor.id(), key);
    if (before.isPresent()) {
      return again(before.get(), fingerprint);
    }
    try {
      return transaction.execute(status -> {
        var receipt = files.register(command, actor);
        keys.insert(actor.id(), key, new Answered(fingerprint, receipt.id()), receipt.registeredAt());
        return receipt;
      });
    } catch (DataIntegrityViolationException | PessimisticLockingFailureException e) {
      // The same at the same time: one of them was first, and this one is rolled back as a whole.
      return again(keys.find(actor.id(), key).orElseThrow(() -> e), fingerprint);
    }
  }

  private Receipt again(Answered answered, String fingerprint) {
    if (!answered.fingerprint().equals(fingerprint)) {
      throw new Conflict("intake.conflict.key");
    }
    return files.receiptAgain(answered.caseId());
  }

  private String onlyOffice() {
    var offices = units.all().stream().filter(unit -> unit.kind() == UnitKind.PETITION_OFFICE).toList();
    if (offices.size() != 1) {
      throw Refused.at("territory", "intake.refused.no-office");
    }
    return offices.get(0).id();
  }

  private String fingerprint(Object content) {
    try {
      var bytes = json.writeValueAsBytes(content);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
