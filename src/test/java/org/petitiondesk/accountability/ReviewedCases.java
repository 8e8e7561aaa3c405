package org.petitiondesk.accountability;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.Petitions;
import org.springframework.stereotype.Component;

/**
 * Petitions whose handling is reviewed, each brought there by the people of the demo organisation: the environment
 * bureau has handled them, the leader of the petition office named the panel, {@value #CHAIR} signs.
 */
@Component
public class ReviewedCases {

  public static final String CHAIR = "land.leader";
  public static final String REVIEWER = "reviewer";
  public static final String OTHER_REVIEWER = "transport.leader";

  private final Petitions petitions;
  private final Reviews reviews;
  private final ReviewService service;
  private final RectifiedCases rectified;
  private final Lessons lessons;
  private final Processes processes;
  private final Accounts accounts;
  private final Clock clock;

  ReviewedCases(Petitions petitions, Reviews reviews, ReviewService service, RectifiedCases rectified, Lessons lessons,
      Processes processes, Accounts accounts,
      Clock clock) {
    this.petitions = petitions;
    this.reviews = reviews;
    this.service = service;
    this.rectified = rectified;
    this.lessons = lessons;
    this.processes = processes;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Opened by the leader of the office; nobody is on the panel yet. */
  public Review opened() {
    return opened(petitions.accepted());
  }

  public Review opened(CaseId id) {
    reviews.open(id, "办理拖延，群众反映强烈。", actor("office.leader"));
    return reviews.of(id, actor("office.leader")).get(0);
  }

  /** The panel sits, the unit has the word in all four. */
  public Review named() {
    return named(opened());
  }

  public Review named(Review review) {
    service.namePanel(item(review, AccountabilityReview.USER_NAME_PANEL), panel(), actor("office.leader"));
    return review;
  }

  public NamePanel panel() {
    return new NamePanel(CHAIR, reviewers(REVIEWER), today().plusDays(10), Set.of(), "");
  }

  public static Map<Track, String> reviewers(String account) {
    var reviewers = new EnumMap<Track, String>(Track.class);
    Arrays.stream(Track.values()).forEach(track -> reviewers.put(track, account));
    return reviewers;
  }

  /** A limitation of the scope waits for the chair. */
  public Review limited() {
    var review = opened();
    service.namePanel(item(review, AccountabilityReview.USER_NAME_PANEL), new NamePanel(CHAIR, reviewers(REVIEWER),
        today(), Set.of(Track.LESSON), "影响面小"), actor("office.leader"));
    return review;
  }

  /** The unit's handler is asked for an own statement. */
  public Review heard() {
    var review = named();
    service.hear(item(review, AccountabilityReview.USER_CLAIM, Track.RESPONSIBILITY), List.of("environment.handler"),
        actor("environment.leader"));
    return review;
  }

  /** Every track has passed, the chair has the report. */
  public Review judged() {
    var review = named();
    Arrays.stream(Track.values()).forEach(track -> {
      claim(review, track);
      pass(review, track);
    });
    return review;
  }

  public Review signed() {
    var review = judged();
    sign(review);
    return review;
  }

  public void claim(Review review, Track track) {
    var item = item(review, AccountabilityReview.USER_CLAIM, track);
    prepare(review, track);
    switch (track) {
      case CAUSE -> service.claimCause(item, cause(), actor("environment.leader"));
      case RESPONSIBILITY -> service.claimResponsibility(item, List.of(), "经查，承办人按规定办理，延误由设备故障造成，不追究个人责任。",
          List.of(), actor("environment.leader"));
      default -> service.claim(item, "已经做完，见附件。", List.of(file("说明.txt")), actor("environment.handler"));
    }
  }

  /** What the track needs before it can be claimed: something mended, a lesson that was read. */
  public void prepare(Review review, Track track) {
    if (track == Track.RECTIFICATION) {
      rectified.accept(rectified.order(review.caseId(), 5), 1);
    }
    if (track == Track.LESSON && lessons.of(review.caseId(), actor("officer")).isEmpty()) {
      learn(review.caseId());
    }
  }

  /** A lesson is written, checked at every place and read by one reader. */
  public LessonId learn(CaseId caseId) {
    var id = circulated(caseId);
    lessons.acknowledge(reading(id), "有人值守。", actor("housing.handler"));
    return id;
  }

  /** The handler of the housing bureau has it to read. */
  public LessonId circulated(CaseId caseId) {
    var writer = actor("officer");
    var id = lessons.write(caseId, "夜间值守要有人", "夜间没有值班，问题拖到白天。今后夜间有人值守。", "夜间没有值班", "本单位夜间有人值守吗？", writer);
    lessons.get(id, writer).places().forEach(
        place -> lessons.check(id, place.number(), Lesson.Result.NOT_THERE, "电话询问", writer));
    lessons.circulate(id, List.of("housing.handler"), List.of(), writer);
    return id;
  }

  public String reading(LessonId id) {
    return processes.openTasks(id.chain()).get(0).id();
  }

  public ClaimCause cause() {
    return new ClaimCause(
        List.of(new FactStatement(FactStatement.Side.PETITIONER, "反映三次，没有人到现场。"),
            new FactStatement(FactStatement.Side.UNIT, "到过现场两次，没有留下记录。")),
        List.of(new Cause(1, 1, "没有按时到现场", Cause.Kind.DIRECT, false),
            new Cause(2, 2, "夜间没有值班安排", Cause.Kind.UNDERLYING, true),
            new Cause(3, 1, "答复没有核对事实", Cause.Kind.DIRECT, false)),
        Map.of(0, List.of(file("调查笔录.txt")), 2, List.of(file("排班表.txt"))));
  }

  public void pass(Review review, Track track) {
    service.pass(item(review, AccountabilityReview.USER_JUDGE, track), "", true, actor(REVIEWER));
  }

  public void sendBack(Review review, Track track, String reason) {
    service.sendBack(item(review, AccountabilityReview.USER_JUDGE, track), reason, today().plusDays(7), true,
        actor(REVIEWER));
  }

  public void sign(Review review) {
    service.sign(item(review, AccountabilityReview.USER_SIGN), "四项均已到位，同意结束审查。", true, actor(CHAIR));
  }

  public String item(Review review, String key) {
    return find(review, key, Optional.empty()).orElseThrow();
  }

  public String item(Review review, String key, Track track) {
    return find(review, key, Optional.of(track)).orElseThrow();
  }

  public Optional<String> find(Review review, String key, Optional<Track> track) {
    return processes.openTasks(review.caseId()).stream()
        .filter(task -> task.key().equals(key) && task.form().contains(review.id().toString()))
        .filter(task -> track.isEmpty() || task.form().contains("/" + track.get() + "/")).map(task -> task.id())
        .findFirst();
  }

  public Upload file(String name) {
    return new Upload(name, "现场照片与记录".getBytes(StandardCharsets.UTF_8));
  }

  public Actor actor(String account) {
    return accounts.actor(account);
  }

  public LocalDate today() {
    return Dates.today(clock);
  }
}
