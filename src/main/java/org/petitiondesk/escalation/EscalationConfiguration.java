package org.petitiondesk.escalation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EscalationSettings.class, SupervisionSettings.class})
class EscalationConfiguration {}
