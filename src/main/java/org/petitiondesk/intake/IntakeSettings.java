package org.petitiondesk.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the public form takes from one address.
 *
 * @param publicLimit petitions within the period; 0 for no limit
 */
@ConfigurationProperties("petition-desk.intake")
record IntakeSettings(@DefaultValue("30") int publicLimit, @DefaultValue("1h") Duration publicPeriod) {}
