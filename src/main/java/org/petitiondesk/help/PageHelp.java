package org.petitiondesk.help;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a page is for and which words stand on it. The messages {@code help.page.*} name it, {@code help.page-text.*}
 * explain it. The first that fits a path is meant, so a page stands before those that its pattern would take too.
 */
public enum PageHelp {
  /** 工作台 */
  INBOX("/inbox", Word.CLAIM, Word.TRANSFER, Word.DELEGATE, Word.ADD_SIGN, Word.RETURN, Word.WITHDRAW, Word.URGE,
      Word.COPY),
  /** 对一项工作的操作 */
  GIVE("/inbox/(items|requests|cases|copies|bulk)/.*", Word.TRANSFER, Word.DELEGATE, Word.ADD_SIGN),
  /** 本单位在办 */
  LOAD("/inbox/load", Word.LEAD_UNIT, Word.URGE),
  /** 常用筛选 */
  FILTERS("/inbox/(filters|news)"),
  /** 运行管理 */
  OPERATIONS("/operations(/items/[^/]+/move|/moves)?"),
  /** 清单核对 */
  RECONCILE("/operations/reconcile"),
  /** 件件有着落 */
  LOOSE_ENDS("/operations/loose-ends"),
  /** 待我决定 */
  DECISIONS("/decisions", Word.LEADER_IN_CHARGE, Word.RETURN, Word.OPINION),
  /** 无人可办的检举控告 */
  UNREAD_REPORT("/operations/reports/.*", Word.CLASS_REPORT, Word.RECUSAL),
  /** 失败的步骤 */
  INCIDENT("/operations/incidents/.*"),
  /** 事项 */
  MATTERS("/matters"),
  /** 流程数据 */
  MATTER_FIGURES("/matters/figures"),
  /** 事项消息 */
  MATTER_MESSAGES("/matters/messages"),
  /** 发起事项 */
  MATTER_NEW("/matters/new(/[^/]+)?"),
  /** 一个事项 */
  MATTER("/matters/[^/]+"),
  /** 办理步骤 */
  MATTER_ITEM("/matters/[^/]+/items/[^/]+", Word.RETURN),
  /** 登记簿 */
  REGISTER("/register", Word.REGISTER, Word.MERGE, Word.CASE_FILE),
  /** 登记 */
  NEW("/petitions/new", Word.REGISTER, Word.CLASS_SUGGESTION, Word.CLASS_REPORT, Word.CLASS_CLAIM),
  /** 案件页 */
  CASE("/petitions/[^/]+", Word.CASE_FILE, Word.TERM, Word.LEAD_UNIT),
  /** 流程图 */
  DIAGRAM("/petitions/[^/]+/diagram"),
  /** 一案一档 */
  CASE_FILE("/petitions/[^/]+/file", Word.CASE_FILE),
  /** 材料预览 */
  PREVIEW("/cases/[^/]+/documents/.*"),
  /** 甄别 */
  SCREENING("/petitions/[^/]+/screening", Word.SCREEN, Word.ROUTE_COURT, Word.ROUTE_ARBITRATION, Word.ROUTE_PARTY,
      Word.ROUTE_ADMINISTRATION, Word.ROUTE_DUTY, Word.ROUTE_PETITION, Word.FORWARD, Word.ASSIGN, Word.REFUSE,
      Word.SUPPLEMENT, Word.MERGE, Word.SIMPLE),
  /** 改交办 */
  ASSIGNMENT("/petitions/[^/]+/assignment", Word.ASSIGN, Word.LEAD_UNIT, Word.CO_UNIT, Word.FIRST_RECEIVED,
      Word.JOINT_MEETING),
  /** 受理 */
  ACCEPTANCE("/petitions/[^/]+/acceptance", Word.ACCEPT, Word.LEADER_IN_CHARGE, Word.RETURN),
  /** 办理 */
  HANDLING("/petitions/[^/]+/handling", Word.TERM, Word.SUPPLEMENT, Word.EXTENSION),
  /** 协办意见 */
  CONTRIBUTION("/petitions/[^/]+/contribution", Word.CO_UNIT),
  /** 起草答复 */
  REPLY("/petitions/[^/]+/reply", Word.OPINION, Word.DELIVERY, Word.RECONSIDERATION),
  /** 审签 */
  APPROVAL("/petitions/[^/]+/approval", Word.OPINION, Word.LEADER_IN_CHARGE, Word.RETURN),
  /** 改送达方式 */
  DELIVERY_CHANGE("/petitions/[^/]+/(reconsideration/)?delivery", Word.DELIVERY),
  /** 登记复查、复核请求 */
  RECONSIDERATION_REQUEST("/petitions/[^/]+/reconsideration/request", Word.RECONSIDERATION, Word.FINAL_REVIEW,
      Word.TERM),
  /** 审查复查、复核请求 */
  RECONSIDERATION_ADMISSION("/petitions/[^/]+/reconsideration/admission", Word.RECONSIDERATION, Word.FINAL_REVIEW,
      Word.RECUSAL),
  /** 听证 */
  HEARING("/petitions/[^/]+/reconsideration/hearing(-approval|-record)?", Word.FINAL_REVIEW, Word.TERM),
  /** 复查、复核意见 */
  RECONSIDERATION_OPINION("/petitions/[^/]+/reconsideration/(opinion|approval)", Word.RECONSIDERATION,
      Word.FINAL_REVIEW, Word.RECUSAL),
  /** 登记补充材料 */
  SUPPLEMENT("/petitions/[^/]+/supplement", Word.SUPPLEMENT),
  /** 代录评价 */
  RATING("/petitions/[^/]+/rating", Word.RATING),
  /** 回避 */
  RECUSAL("/petitions/[^/]+/recusals?", Word.RECUSAL),
  /** 不满意处理 */
  DISSATISFACTION("/petitions/[^/]+/(dissatisfaction|redress)", Word.RATING),
  /** 答复、裁决异议 */
  OBJECTION("/petitions/[^/]+/objection/.*", Word.OBJECTION),
  /** 异议与裁决 */
  OBJECTIONS("/objections|/petitions/[^/]+/precedents", Word.OBJECTION),
  /** 满意度评价 */
  RATINGS("/ratings|/petitions/[^/]+/rating-exclusion(/signature)?", Word.RATING),
  /** 撤回信访件 */
  WITHDRAWAL("/petitions/[^/]+/withdrawal"),
  /** 回执 */
  RECEIPT("/petitions/[^/]+/receipt", Word.REGISTER),
  /** 公开答复 */
  PUBLISHED_ANSWER("/petitions/[^/]+/published-answer|/answers/desk", Word.OPINION),
  /** 督办台账 */
  SUPERVISIONS("/supervision", Word.SUPERVISION, Word.LISTED_SUPERVISION),
  /** 督办件 */
  SUPERVISION("/supervision/[^/]+(/notice)?", Word.SUPERVISION),
  /** 反馈督办 */
  SUPERVISION_ANSWER("/supervision/[^/]+/feedback", Word.SUPERVISION),
  /** 审核督办反馈、提前销号 */
  SUPERVISION_VERDICT("/supervision/[^/]+/(verdict|ending)", Word.SUPERVISION, Word.RECUSAL),
  /** 督促下级单位 */
  SUPERVISION_INSTRUCTION("/supervision/[^/]+/instruction", Word.SUPERVISION),
  /** 立项督办 */
  SUPERVISION_NEW("/cases/[^/]+/supervision(/new)?", Word.SUPERVISION, Word.LISTED_SUPERVISION),
  /** 预警 */
  WARNINGS("/warnings", Word.SUPERVISION),
  /** 一个预警 */
  WARNING("/warnings/[^/]+", Word.SUPERVISION),
  /** 处置预警 */
  WARNING_ANSWER("/warnings/[^/]+/(answer|level|instruction)", Word.SUPERVISION),
  /** 模型 */
  MODELS("/designer"),
  /** 在办件迁移到新版本 */
  MIGRATION("/designer/migrations/.*|/designer/models/bpmn/[^/]+/migrations"),
  /** 一个模型的版本 */
  MODEL("/designer/models/.*"),
  /** 起草新模型 */
  MODEL_NEW("/designer/drafts/(new|file)"),
  /** 审批模型草稿 */
  MODEL_DECISION("/designer/drafts/[^/]+/decision"),
  /** 重演模型草稿 */
  MODEL_REPLAY("/designer/drafts/[^/]+/replay"),
  /** 起草模型 */
  MODEL_DRAFT("/designer/drafts/[^/]+"),
  /** 教训库 */
  LESSONS("/lessons", Word.NOT_LET_GO),
  /** 教训 */
  LESSON("/lessons/[^/]+(/.*)?|/cases/[^/]+/lessons(/new)?", Word.NOT_LET_GO),
  /** 矛盾纠纷 */
  DISPUTES("/disputes", Word.DISPUTE, Word.MEDIATION),
  /** 调解统计 */
  DISPUTE_FIGURES("/disputes/figures", Word.MEDIATION),
  /** 登记矛盾纠纷 */
  DISPUTE_NEW("/disputes/new", Word.DISPUTE, Word.MEDIATION),
  /** 纠纷页、卷宗 */
  DISPUTE("/disputes/[^/]+(/(papers|codes|records|helpers|extension|withdrawal|dangers|mediators|other-side))?",
      Word.DISPUTE, Word.MEDIATION, Word.RECUSAL),
  /** 征求意愿、确定调解员、调解、预防激化 */
  DISPUTE_WORK("/disputes/[^/]+/(consent|mediator|arrangement|session|danger)", Word.MEDIATION, Word.RECUSAL),
  /** 协议、签署、履行、司法确认、回访 */
  DISPUTE_AGREEMENT("/disputes/[^/]+/(agreement|signature|performances?|confirmations?|follow-up)", Word.MEDIATION),
  /** 整改台账 */
  RECTIFICATIONS("/rectifications", Word.RECTIFICATION),
  /** 整改 */
  RECTIFICATION("/rectifications/[^/]+(/notice)?", Word.RECTIFICATION),
  /** 落实整改、现场验收、决定屡改不到位的措施 */
  RECTIFICATION_WORK("/rectifications/[^/]+/(measures|cancellation).*", Word.RECTIFICATION, Word.RECUSAL),
  /** 回头看 */
  RETURN_VISIT("/return-visits/[^/]+", Word.RETURN_VISIT, Word.RECTIFICATION),
  /** 下达整改通知书 */
  RECTIFICATION_NEW("/cases/[^/]+/rectifications(/new)?", Word.RECTIFICATION),
  /** 四不放过审查 */
  REVIEWS("/reviews", Word.NOT_LET_GO),
  /** 一次审查 */
  REVIEW("/reviews/[^/]+(/(report|notice|members|stepping-down))?", Word.NOT_LET_GO, Word.RECUSAL),
  /** 组成审查组、签署范围 */
  REVIEW_PANEL("/reviews/[^/]+/(panel|limitation)", Word.NOT_LET_GO, Word.RECUSAL),
  /** 申报、陈述 */
  REVIEW_CLAIM("/reviews/[^/]+/([^/]+/claim|statement)", Word.NOT_LET_GO),
  /** 审查结论、签署 */
  REVIEW_VERDICT("/reviews/[^/]+/([^/]+/verdict|signature)", Word.NOT_LET_GO, Word.RECUSAL),
  /** 启动审查 */
  REVIEW_NEW("/cases/[^/]+/reviews(/new)?", Word.NOT_LET_GO),
  /** 逾期事项由领导决定 */
  LATE_DECISION("/escalation/([^/]+/decision|decisions)", Word.EXTENSION, Word.SUPERVISION, Word.LEADER_IN_CHARGE),
  /** 申请延期 */
  EXTENSION("/escalation/[^/]+/extension", Word.EXTENSION),
  /** 申请暂停、结束暂停 */
  PAUSE("/escalation/[^/]+/pause(/end)?", Word.TERM, Word.SUPPLEMENT),
  /** 预警、催办、通报 */
  ALARMS("/alarms(/.*)?|/cases/[^/]+/alarms", Word.URGE, Word.TERM),
  /** 为什么是这一天 */
  WHY("/cases/[^/]+/clocks/.*", Word.TERM, Word.PROVISIONAL, Word.EXTENSION),
  /** 文书 */
  LETTER("/cases/[^/]+/letters/.*", Word.OPINION, Word.DELIVERY),
  /** 外发文书 */
  NOTICES("/notices(/[^/]+)?", Word.DELIVERY, Word.NOTICE),
  /** 送达登记 */
  HAND_OVER("/notices/[^/]+/handover", Word.DELIVERY),
  /** 改走其他方式 */
  REROUTE("/notices/[^/]+/reroute", Word.DELIVERY),
  /** 更正送达 */
  REPAIR("/notices/[^/]+/repair", Word.DELIVERY),
  /** 留痕核验 */
  AUDIT("/audit"),
  /** 我的账号 */
  ACCOUNT("/account"),
  /** A/B 角代办 */
  SUBSTITUTES("/substitutes", Word.SUBSTITUTE, Word.RECUSAL),
  /** 系统管理 */
  ADMINISTRATION("/administration(/.*)?"),
  /** 帮助 */
  HELP("/help(/.*)?");

  private final Pattern paths;
  private final List<Word> words;

  PageHelp(String paths, Word... words) {
    this.paths = Pattern.compile(paths);
    this.words = List.of(words);
  }

  public List<Word> words() {
    return words;
  }

  public static Optional<PageHelp> of(String path) {
    return Arrays.stream(values()).filter(page -> page.paths.matcher(path).matches()).findFirst();
  }
}
