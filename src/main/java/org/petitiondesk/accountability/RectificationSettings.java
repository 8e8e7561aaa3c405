package org.petitiondesk.accountability;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rectification is followed.
 *
 * @param amber so many working days (工作日) before its day a measure turns amber
 * @param direction so many working days a leader above has to say how a measure goes on that was sent back too often
 * @param repeatMonths a new petition about the same place, category and unit shows within so many months after the last
 *        acceptance that a rectification did not hold
 * @param opens when offices open: nothing goes up at night or on a day off
 */
@ConfigurationProperties("petition-desk.rectification")
record RectificationSettings(@DefaultValue("2") int amber, @DefaultValue("3") int direction,
    @DefaultValue("6") int repeatMonths, @DefaultValue("09:00") LocalTime opens) {}
