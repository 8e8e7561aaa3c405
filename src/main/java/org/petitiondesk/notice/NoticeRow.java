package org.petitiondesk.notice;

import org.petitiondesk.documents.Letter;

/** A line of the list of outgoing messages. */
public record NoticeRow(Notice notice, String caseCode, Letter letter) {}
