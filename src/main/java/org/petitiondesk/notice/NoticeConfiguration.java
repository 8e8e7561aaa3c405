package org.petitiondesk.notice;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class NoticeConfiguration {

  /** Without a mail server, letters can be seen all the same. */
  @Bean
  @ConditionalOnExpression("'${spring.mail.host:}'.isBlank()")
  JavaMailSender pickupMailSender(@Value("${petition-desk.data}/pickup") Path folder) {
    return new PickupMailSender(folder);
  }
}
