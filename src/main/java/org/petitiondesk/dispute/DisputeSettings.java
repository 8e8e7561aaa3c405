package org.petitiondesk.dispute;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a committee.
 *
 * @param successTarget of a hundred mediations so many end with an agreement; targets that streets publish (通行做法)
 */
@ConfigurationProperties("petition-desk.dispute")
record DisputeSettings(@DefaultValue("95") int successTarget) {}
