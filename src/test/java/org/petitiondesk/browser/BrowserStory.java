package org.petitiondesk.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.petitiondesk.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole application behind a real port, with the demo organisation, without demo cases and with a running job
 * executor; the first tour comes only when asked for. One configuration for all stories, so that they share one server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"petition-desk.demo.cases=0",
    "petition-desk.demo.tour=false",
    "camunda.bpm.job-execution.wait-time-in-millis=500"})
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabase.class)
@TestExecutionListeners(listeners = RunningJobs.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@interface BrowserStory {
}
