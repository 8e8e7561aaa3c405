package org.petitiondesk.dispute;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.kernel.CaseId;

/**
 * One dispute with all that was said and done about it.
 *
 * @param reference the paper of the police or the court that entrusted it; empty for the others
 * @param petition from which it was referred
 * @param committee unit whose mediation committee has it
 */
public record Dispute(CaseId id, DisputeSource source, String reference, Optional<CaseId> petition, String committee,
    DisputeKind kind, DisputeState state, Instant openedAt, Optional<Instant> endedAt, List<Consent> consents,
    List<Mediator> mediators, List<Helper> helpers, List<HeardRecord> records, List<Session> sessions,
    List<Agreement> agreements, List<Danger> dangers, Optional<Confirmation> confirmation,
    Optional<FollowUp> followUp) {

  public record Consent(Side side, boolean agreed, String words, Via via, String by, Instant at) {}

  /** @param how why it is this one: chosen by the sides, assigned, or in another's place */
  public record Mediator(String account, How how, String reason, String by, Instant at) {

    public enum How {
      CHOSEN, ASSIGNED, REPLACED
    }
  }

  /** Somebody invited to help; both sides agreed. */
  public record Helper(String name, String calling, Instant at) {}

  /** @param side who said it; empty for what was found elsewhere */
  public record HeardRecord(int number, Optional<Side> side, boolean confidential, String text, LocalDate heardOn,
      String by) {

    /** What a side may read: what is no secret, and its own. */
    boolean isFor(Side reader) {
      return !confidential || side.equals(Optional.of(reader));
    }
  }

  /**
   * @param link of a video session; empty for one in a room
   * @param open whether others may listen, as the sides wish
   */
  public record Session(int number, Instant startsAt, String place, String link, boolean open,
      List<Answer> answers, Optional<Held> held) {

    /** What a side said of the date. */
    public record Answer(Side side, boolean comes, String words, Instant at) {}

    /** What became of it. */
    public record Held(String came, String record, boolean readAndSigned, Result result, String by, Instant at) {}

    public enum Result {
      AGAIN, AGREED, FAILED
    }

    /** What a side wrote of the date is the office's to read. */
    Session without(Side side) {
      return new Session(number, startsAt, place, link, open,
          answers.stream().filter(answer -> answer.side() != side).toList(), held);
    }

    public Optional<Answer> answer(Side side) {
      return answers.stream().filter(answer -> answer.side() == side).findFirst();
    }
  }

  /** @param inForceOn empty until everybody has signed */
  public record Agreement(int number, AgreementForm form, String facts, String responsibility, Instant at,
      Optional<LocalDate> inForceOn, List<Part> parts, List<Signature> signatures) {

    public Optional<Signature> signature(Signer signer) {
      return signatures.stream().filter(signature -> signature.signer() == signer).findFirst();
    }

    public boolean isPerformed() {
      return parts.stream().allMatch(Part::isPerformed);
    }

    public boolean isInTime() {
      return parts.stream().allMatch(part -> part.performedOn().filter(on -> !on.isAfter(part.dueOn())).isPresent());
    }
  }

  /** One thing that one side does for the other. */
  public record Part(int number, Side side, String act, String amount, LocalDate dueOn, String way,
      List<Entry> entries) {

    /** @param said who said so: a side on its page, or the mediator */
    public record Entry(Kind kind, Speaker said, LocalDate on, String words, String by, Instant at,
        Optional<DocumentId> document) {

      public enum Kind {
        PERFORMED,
        /** By the side that has to perform; nobody has confirmed it yet. */
        SAID_PERFORMED, NOT_PERFORMED
      }

      public enum Speaker {
        APPLICANT, OTHER, MEDIATOR;

        static Speaker of(Side side) {
          return valueOf(side.name());
        }
      }
    }

    public boolean isPerformed() {
      return performedOn().isPresent();
    }

    public Optional<LocalDate> performedOn() {
      return entries.stream().filter(entry -> entry.kind() == Entry.Kind.PERFORMED).map(Entry::on).findFirst();
    }
  }

  public enum Signer {
    APPLICANT, OTHER, MEDIATOR,
    /** The committee with its seal. */
    SEAL;

    static Signer of(Side side) {
      return valueOf(side.name());
    }
  }

  /** @param document the paper, scanned; empty where a side signed on its public page */
  public record Signature(Signer signer, LocalDate on, Via via, String by, Optional<DocumentId> document) {}

  /** Danger of escalation, and what was done about it. */
  public record Danger(int number, String words, String by, Instant at, Optional<Answer> answer) {

    public record Answer(String measures, String by, Instant at) {}
  }

  /** What the court was asked jointly, and what it said. */
  public record Confirmation(String court, LocalDate askedOn, Optional<Result> result) {

    public record Result(Kind kind, String number, LocalDate on) {}

    public enum Kind {
      CONFIRMED, REFUSED, WITHDRAWN
    }
  }

  public record FollowUp(LocalDate on, Way way, boolean holds, String words, String by) {

    public enum Way {
      VISIT, PHONE
    }
  }

  /** For readers outside the committee: how it stands, and nothing of what was said in it. */
  Dispute outside() {
    return new Dispute(id, source, reference, petition, committee, kind, state, openedAt, endedAt,
        consents.stream().map(consent -> new Consent(consent.side(), consent.agreed(), "", consent.via(), consent.by(),
            consent.at())).toList(),
        mediators, helpers, List.of(), List.of(), List.of(), List.of(), confirmation, Optional.empty());
  }

  public Optional<Consent> consent(Side side) {
    return consents.stream().filter(consent -> consent.side() == side).findFirst();
  }

  public Stream<Side> silent() {
    return Stream.of(Side.values()).filter(side -> consent(side).isEmpty());
  }

  public Optional<Mediator> mediator() {
    return last(mediators);
  }

  /** The session that is arranged and was not held yet. */
  public Optional<Session> nextSession() {
    return last(sessions).filter(session -> session.held().isEmpty());
  }

  /** The one that is written or in force now; earlier ones were not signed. */
  public Optional<Agreement> agreement() {
    return last(agreements).filter(agreement -> agreement.inForceOn().isPresent() || state == DisputeState.SIGNING);
  }

  public boolean isInDanger() {
    return dangers.stream().anyMatch(danger -> danger.answer().isEmpty());
  }

  private static <T> Optional<T> last(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
  }
}
