package org.petitiondesk.calendar;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people can be reached on a working day.
 *
 * @param officeHours {@code 08:30-12:00,14:00-17:30}; alarms and warnings fall into them
 * @param unitOfficeHours the same for single units, by unit id
 */
@ConfigurationProperties("petition-desk.calendar")
record OfficeHourSettings(@DefaultValue("08:30-12:00,14:00-17:30") String officeHours,
    @DefaultValue Map<String, String> unitOfficeHours) {}
