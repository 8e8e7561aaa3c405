package org.petitiondesk.command;

import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.petitiondesk.kernel.DeskException;
import org.springframework.core.NestedExceptionUtils;

/** Sentences for the terminal, in the language of the machine: Chinese, or English everywhere else. */
class Words {

  private static final Map<Integer, String> H2_ERRORS = Map.of(
      // The file is locked by another process.
      90020, "command.database.in-use",
      // There is no such file, and a command does not make one.
      90146, "command.database.none");
  private static final String H2_NO_TABLE = "42S02";
  private static final String H2_NO_TABLE_IN_EMPTY_DATABASE = "42S04";
  private static final String POSTGRESQL_NO_TABLE = "42P01";
  private static final String ENGINE_NO_TABLES = "ENGINE-03057";
  private static final String CONNECTION_CLASS = "08";

  private final List<ResourceBundle> bundles;

  Words() {
    var language = Locale.getDefault().getLanguage().equals("zh") ? Locale.ROOT : Locale.ENGLISH;
    var only = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    bundles = List.of("messages-command", "messages-audit", "messages-people", "messages-inbox", "messages-engine")
        .stream()
        .map(name -> ResourceBundle.getBundle(name, language, only)).toList();
  }

  String say(String key, Object... arguments) {
    var pattern = bundles.stream().filter(bundle -> bundle.containsKey(key)).findFirst()
        .map(bundle -> bundle.getString(key)).orElse(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
  }

  /** One sentence about why a command could not do its work. */
  String explain(Throwable exception) {
    for (var cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof DeskException refused) {
        return say(refused.key(), refused.arguments().toArray());
      }
      if (cause instanceof SQLException sql) {
        return explain(sql);
      }
    }
    var root = NestedExceptionUtils.getMostSpecificCause(exception);
    if (String.valueOf(root.getMessage()).startsWith(ENGINE_NO_TABLES)) {
      return say("command.database.empty");
    }
    return say("command.failed", root.getClass().getSimpleName() + ": " + root.getMessage());
  }

  private String explain(SQLException exception) {
    var state = String.valueOf(exception.getSQLState());
    if (H2_ERRORS.containsKey(exception.getErrorCode())) {
      return say(H2_ERRORS.get(exception.getErrorCode()));
    }
    if (List.of(H2_NO_TABLE, H2_NO_TABLE_IN_EMPTY_DATABASE, POSTGRESQL_NO_TABLE).contains(state)) {
      return say("command.database.empty");
    }
    return say(state.startsWith(CONNECTION_CLASS) ? "command.database.silent" : "command.failed",
        exception.getMessage());
  }
}
