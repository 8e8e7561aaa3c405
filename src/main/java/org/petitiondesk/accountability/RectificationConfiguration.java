package org.petitiondesk.accountability;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RectificationSettings.class)
class RectificationConfiguration {}
