package org.petitiondesk.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, in the words of the reader.
 *
 * @param key stable name of the sentence, for programs
 * @param incident number under which the log knows it; empty when nothing is broken
 * @param fields sentences at single fields; empty for everything but a form
 */
record Problem(HttpStatus status, String key, String title, String sentence, String incident,
    List<FieldProblem> fields) {

  record FieldProblem(String field, String sentence) {}
}
