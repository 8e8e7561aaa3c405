package org.petitiondesk.help;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A word that officers say and newcomers ask about. The messages {@code help.word.*} name it, {@code help.meaning.*} and
 * {@code help.when.*} explain it, {@code help.rule.*} says where it stands.
 */
public enum Word {
  /** 登记 */
  REGISTER(Topic.PATH, Certainty.LAW),
  /** 甄别 */
  SCREEN(Topic.PATH, Certainty.LAW),
  /** 转送 */
  FORWARD(Topic.PATH, Certainty.LAW),
  /** 交办 */
  ASSIGN(Topic.PATH, Certainty.LAW),
  /** 异议 */
  OBJECTION(Topic.PATH, Certainty.LAW),
  /** 受理 */
  ACCEPT(Topic.PATH, Certainty.LAW),
  /** 不予受理 */
  REFUSE(Topic.PATH, Certainty.LAW),
  /** 不再受理 */
  NO_LONGER(Topic.PATH, Certainty.LAW),
  /** 告知 */
  NOTICE(Topic.PATH, Certainty.LAW),
  /** 补充材料 */
  SUPPLEMENT(Topic.PATH, Certainty.OURS),
  /** 合并 */
  MERGE(Topic.PATH, Certainty.OURS),
  /** 简易办理 */
  SIMPLE(Topic.PATH, Certainty.LOCAL),
  /** 处理意见书 */
  OPINION(Topic.PATH, Certainty.LAW),
  /** 矛盾纠纷 */
  DISPUTE(Topic.PATH, Certainty.OURS),
  /** 人民调解 */
  MEDIATION(Topic.PATH, Certainty.LAW),
  /** 送达 */
  DELIVERY(Topic.PATH, Certainty.PRACTICE),
  /** 满意度评价 */
  RATING(Topic.PATH, Certainty.LAW),
  /** 复查 */
  RECONSIDERATION(Topic.PATH, Certainty.LAW),
  /** 复核 */
  FINAL_REVIEW(Topic.PATH, Certainty.LAW),
  /** 建议意见 */
  CLASS_SUGGESTION(Topic.ROUTE, Certainty.LAW),
  /** 检举控告 */
  CLASS_REPORT(Topic.ROUTE, Certainty.LAW),
  /** 申诉求决 */
  CLASS_CLAIM(Topic.ROUTE, Certainty.LAW),
  /** 途径一：诉讼与公安程序 */
  ROUTE_COURT(Topic.ROUTE, Certainty.LAW),
  /** 途径二：仲裁 */
  ROUTE_ARBITRATION(Topic.ROUTE, Certainty.LAW),
  /** 途径三：党员申诉 */
  ROUTE_PARTY(Topic.ROUTE, Certainty.LAW),
  /** 途径四：行政程序 */
  ROUTE_ADMINISTRATION(Topic.ROUTE, Certainty.LAW),
  /** 途径五：履行职责 */
  ROUTE_DUTY(Topic.ROUTE, Certainty.LAW),
  /** 途径六：信访程序 */
  ROUTE_PETITION(Topic.ROUTE, Certainty.LAW),
  /** 签收 */
  CLAIM(Topic.VERB, Certainty.OURS),
  /** 转办 */
  TRANSFER(Topic.VERB, Certainty.OURS),
  /** 委派 */
  DELEGATE(Topic.VERB, Certainty.OURS),
  /** 加签 */
  ADD_SIGN(Topic.VERB, Certainty.OURS),
  /** 退回 */
  RETURN(Topic.VERB, Certainty.OURS),
  /** 撤回 */
  WITHDRAW(Topic.VERB, Certainty.OURS),
  /** 催办 */
  URGE(Topic.VERB, Certainty.PRACTICE),
  /** 抄送 */
  COPY(Topic.VERB, Certainty.OURS),
  /** 主办单位 */
  LEAD_UNIT(Topic.PEOPLE, Certainty.PRACTICE),
  /** 协办单位 */
  CO_UNIT(Topic.PEOPLE, Certainty.PRACTICE),
  /** 包案领导 */
  LEADER_IN_CHARGE(Topic.PEOPLE, Certainty.PRACTICE),
  /** A/B 角 */
  SUBSTITUTE(Topic.PEOPLE, Certainty.PRACTICE),
  /** 回避 */
  RECUSAL(Topic.PEOPLE, Certainty.LAW),
  /** 首接负责 */
  FIRST_RECEIVED(Topic.PEOPLE, Certainty.PRACTICE),
  /** 联席会议 */
  JOINT_MEETING(Topic.PEOPLE, Certainty.PRACTICE),
  /** 办理时限 */
  TERM(Topic.TIME, Certainty.LAW),
  /** 延期 */
  EXTENSION(Topic.TIME, Certainty.LAW),
  /** 暂定日期 */
  PROVISIONAL(Topic.TIME, Certainty.OURS),
  /** 督办 */
  SUPERVISION(Topic.TIME, Certainty.LAW),
  /** 挂牌督办 */
  LISTED_SUPERVISION(Topic.TIME, Certainty.LOCAL),
  /** 整改 */
  RECTIFICATION(Topic.TIME, Certainty.LOCAL),
  /** 回头看 */
  RETURN_VISIT(Topic.TIME, Certainty.PRACTICE),
  /** 四不放过 */
  NOT_LET_GO(Topic.TIME, Certainty.PRACTICE),
  /** 一案一档 */
  CASE_FILE(Topic.TIME, Certainty.PRACTICE);

  private final Topic topic;
  private final Certainty certainty;

  Word(Topic topic, Certainty certainty) {
    this.topic = topic;
    this.certainty = certainty;
  }

  public Topic topic() {
    return topic;
  }

  public Certainty certainty() {
    return certainty;
  }

  /** As it stands in addresses: {@code add-sign}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Word> of(String path) {
    return Arrays.stream(values()).filter(word -> word.path().equals(path)).findFirst();
  }

  public static List<Word> about(Topic topic) {
    return Arrays.stream(values()).filter(word -> word.topic() == topic).toList();
  }
}
