package org.petitiondesk.kernel;

import java.util.Locale;

/** What a person may be in a unit. One person holds several roles in one unit. */
public enum Role {
  /** Works in a petition office: registers, screens, assigns. 信访干部 */
  OFFICER,
  /** Handles matters in a responsible unit. 承办人 */
  HANDLER,
  /** Approves, signs and decides for a unit; sees everybody's load there. 负责人 */
  LEADER,
  /** Mediates disputes. 调解员 */
  MEDIATOR,
  /** Reviews from outside the handling unit. 复查复核员 */
  REVIEWER,
  /** Walks the grid. 网格员 */
  GRID_OFFICER,
  /** Edits models, tables, forms and letters. */
  DESIGNER,
  /** Reads the audit chain. */
  AUDITOR,
  /** Runs the installation. */
  ADMINISTRATOR;

  /** As it stands in models and in group names: {@code officer}, {@code grid_officer}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those who run, draw or audit the desk do not, and see no case. */
  public boolean worksOnCases() {
    return this != DESIGNER && this != AUDITOR && this != ADMINISTRATOR;
  }

  public static Role of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
