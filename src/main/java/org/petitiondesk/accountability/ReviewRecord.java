package org.petitiondesk.accountability;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Group;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the record says of a review, without any row rule: for the model and for steps, never for a page. */
@Component
@Transactional(readOnly = true)
public class ReviewRecord {

  private final ReviewTable reviews;
  private final FindingTable findings;
  private final ReviewPeople people;

  ReviewRecord(ReviewTable reviews, FindingTable findings, ReviewPeople people) {
    this.reviews = reviews;
    this.findings = findings;
    this.people = people;
  }

  public Review get(ReviewId id) {
    return reviews.get(id);
  }

  public boolean hasPanel(ReviewId id) {
    return get(id).state() != ReviewState.NAMING;
  }

  /** Empty also when the chair may sit no more: the item is the desk's then, which names another. */
  public Optional<String> chair(ReviewId id) {
    return reviews.members(id).stream()
        .filter(member -> member.stands() && member.part() == ReviewMember.Part.CHAIR).map(ReviewMember::account)
        .filter(account -> people.maySit(get(id), account)).findFirst();
  }

  /** Empty also when the reviewer may sit no more. */
  public Optional<String> reviewer(ReviewId id, Track track) {
    return track(id, track).reviewer().filter(account -> people.maySit(get(id), account));
  }

  public boolean isLimiting(ReviewId id) {
    return get(id).state() == ReviewState.LIMITING;
  }

  public boolean isSigned(ReviewId id) {
    return get(id).state() == ReviewState.SIGNED;
  }

  /** Those in scope that have not passed. */
  public List<Track> openTracks(ReviewId id) {
    return reviews.tracks(id).stream().filter(ReviewTrack::isOpen).map(ReviewTrack::track).toList();
  }

  public ReviewTrack track(ReviewId id, Track track) {
    return reviews.tracks(id).stream().filter(each -> each.track() == track).findFirst().orElseThrow();
  }

  public Group claimers(ReviewId id, Track track) {
    return people.claimers(get(id), track);
  }

  /** Accounts that were asked for a statement and have neither made one nor let the day pass. */
  public List<String> toHear(ReviewId id) {
    return findings.heard(id).stream().filter(person -> !person.isHeard()).map(PersonHeard::account).toList();
  }

  /** The last day for a statement that is still waited for. */
  public LocalDate statementsUntil(ReviewId id) {
    return findings.heard(id).stream().filter(person -> !person.isHeard()).map(PersonHeard::until)
        .max(LocalDate::compareTo).orElseThrow();
  }

  /** As the engine reads it: the end of that day. */
  public static String endOf(LocalDate day) {
    return day.atTime(LocalTime.of(23, 59, 59)).atZone(Dates.ZONE).toOffsetDateTime().toString();
  }
}
