package org.petitiondesk.notice;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/notice/notice_delivery.bpmn}. */
public final class NoticeDelivery {

  public static final String KEY = "notice_delivery";

  public static final String SERVICE_SEND_NOTICE = "service_send_notice";
  public static final String SERVICE_PUBLISH_NOTICE = "service_publish_notice";
  public static final String USER_HAND_OVER_LETTER = "user_hand_over_letter";
  public static final String USER_REPAIR_NOTICE = "user_repair_notice";
  public static final String CATCH_NOTICE_REFUSED = "catch_notice_refused";
  public static final String END_NOTICE_SENT = "end_notice_sent";
  public static final String END_NOTICE_HANDED_OVER = "end_notice_handed_over";
  public static final String END_NOTICE_PUBLISHED = "end_notice_published";
  public static final String END_NOTICE_GIVEN_UP = "end_notice_given_up";

  /** The mail server will never take a message to this address. */
  public static final String NOTICE_REFUSED = "NOTICE_REFUSED";

  public static final ProcessVariable<String> NOTICE_ID = ProcessVariable.text("noticeId");
  /** Name of a {@link org.petitiondesk.documents.DeliveryMethod}. */
  public static final ProcessVariable<String> CHANNEL = ProcessVariable.text("channel");
  /** Who hands over and repairs, {@code role@unit}. */
  public static final ProcessVariable<String> DESK = ProcessVariable.text("desk");
  public static final ProcessVariable<Boolean> HANDED_OVER = ProcessVariable.flag("handedOver");
  public static final ProcessVariable<Boolean> TRY_AGAIN = ProcessVariable.flag("tryAgain");

  private NoticeDelivery() {}
}
