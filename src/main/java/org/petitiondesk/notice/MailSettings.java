package org.petitiondesk.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How outgoing mail names us.
 *
 * @param from sender, as {@code 信访调处台 <desk@example.org>}
 * @param host right side of every Message-ID; must not change, or a repeated send is no longer recognised
 */
@ConfigurationProperties("petition-desk.mail")
record MailSettings(@DefaultValue("信访调处台 <no-reply@petition-desk.invalid>") String from,
    @DefaultValue("petition-desk.invalid") String host) {}
