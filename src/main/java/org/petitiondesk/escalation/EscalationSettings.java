package org.petitiondesk.escalation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the place decides for itself.
 *
 * @param decisionDays working days that a leader has for a decision before it goes one level up
 */
@ConfigurationProperties("petition-desk.escalation")
record EscalationSettings(@DefaultValue("2") int decisionDays) {}
