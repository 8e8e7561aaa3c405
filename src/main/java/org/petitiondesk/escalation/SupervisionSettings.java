package org.petitiondesk.escalation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How supervision reacts.
 *
 * @param amber so many working days (工作日) before its day a supervision turns amber
 * @param reaction so many working days a superior has before it goes one more level up
 */
@ConfigurationProperties("petition-desk.supervision")
record SupervisionSettings(@DefaultValue("2") int amber, @DefaultValue("3") int reaction) {}
