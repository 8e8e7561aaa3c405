package org.petitiondesk.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.kernel.CaseId;

/** Screening decisions that lack nothing, to be varied where a test needs it. */
public final class Screenings {

  private final ScreeningVerdict verdict;
  private String category = "environment";
  private DemandClass demandClass = DemandClass.CLAIM;
  private int route = 6;
  private Urgency urgency = Urgency.NORMAL;
  private boolean simple;
  private List<String> points = List.of("餐馆加装油烟净化设备", "晚上十点后停止营业");
  private String leadUnit = "";
  private List<String> coUnits = List.of();
  private String reason = "";
  private String body = "";
  private String term = "";
  private Optional<CaseId> target = Optional.empty();
  private Optional<LocalDate> reportBy = Optional.empty();

  private Screenings(ScreeningVerdict verdict) {
    this.verdict = verdict;
  }

  public static Screenings accept(String leadUnit, String... coUnits) {
    var screening = new Screenings(ScreeningVerdict.ACCEPT);
    screening.leadUnit = leadUnit;
    screening.coUnits = List.of(coUnits);
    return screening;
  }

  public static Screenings supplement(String question) {
    return new Screenings(ScreeningVerdict.SUPPLEMENT).reason(question);
  }

  public static Screenings guide() {
    var screening = new Screenings(ScreeningVerdict.GUIDE).reason("双方对租赁合同有争议，应当由人民法院审理。");
    screening.route = 1;
    screening.body = "临江区人民法院";
    screening.term = "诉讼时效三年";
    return screening;
  }

  public static Screenings refuse() {
    return new Screenings(ScreeningVerdict.REFUSE).reason("该事项已经复核终结，没有新的事实和理由。");
  }

  public static Screenings mediate() {
    return new Screenings(ScreeningVerdict.MEDIATE).reason("邻里之间的争执，双方愿意调解。");
  }

  public static Screenings merge(CaseId target) {
    var screening = new Screenings(ScreeningVerdict.MERGE).reason("同一餐馆的同一问题。");
    screening.target = Optional.of(target);
    return screening;
  }

  public static Screenings noLonger(CaseId target) {
    var screening = new Screenings(ScreeningVerdict.NO_LONGER).reason("同一事实和理由，已经复核终结。");
    screening.target = Optional.of(target);
    return screening;
  }

  public Screenings reason(String reason) {
    this.reason = reason;
    return this;
  }

  public Screenings report() {
    demandClass = DemandClass.REPORT;
    category = "discipline";
    return this;
  }

  public Screenings route(int route) {
    this.route = route;
    return this;
  }

  public Screenings urgency(Urgency urgency) {
    this.urgency = urgency;
    return this;
  }

  public Screenings simple() {
    simple = true;
    return this;
  }

  /** Assigned with a day for the closing report (交办). */
  public Screenings reportBy(LocalDate day) {
    reportBy = Optional.of(day);
    return this;
  }

  public Screenings points(String... points) {
    this.points = List.of(points);
    return this;
  }

  ScreenPetition of(CaseId id, String item) {
    return new ScreenPetition(id, item, verdict, category, demandClass, route, urgency, simple, points, leadUnit,
        coUnits, reason, body, term, target, reportBy);
  }
}
