package org.petitiondesk.escalation;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the place decides for itself.
 *
 * @param officeHours when people can be reached on a working day, {@code 08:30-12:00,14:00-17:30}; alarms fall into them
 * @param unitOfficeHours the same for single units, by unit id
 * @param decisionDays working days that a leader has for a decision before it goes one level up
 */
@ConfigurationProperties("petition-desk.escalation")
record EscalationSettings(@DefaultValue("08:30-12:00,14:00-17:30") String officeHours,
    @DefaultValue Map<String, String> unitOfficeHours, @DefaultValue("2") int decisionDays) {}
