package org.petitiondesk.notice;

import java.util.Optional;

/** Which outgoing messages to list. */
public record NoticeQuery(Optional<NoticeState> state) {}
