package org.petitiondesk.documents;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters are numbered.
 *
 * @param prefixes the short word of a unit in its letter numbers (发文机关代字), by unit id; a unit without one uses its name
 */
@ConfigurationProperties("petition-desk.letters")
record LetterSettings(@DefaultValue Map<String, String> prefixes) {}
