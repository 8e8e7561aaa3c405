package org.petitiondesk.people;

import java.util.List;

/** What the log-in page of a demonstration gives away. There is no such bean in an installation that is meant. */
public record LogInHints(String password, List<String> accounts, String apiKey) {}
