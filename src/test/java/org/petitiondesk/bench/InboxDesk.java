package org.petitiondesk.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.petitiondesk.PetitionDesk;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The desk with the demo organisation and as many open work items as are asked for, made by the database itself: twelve
 * units, each with a twelfth of the items, one in five of which somebody holds; due dates over a hundred days, one in
 * twenty without a date, one in twenty-five waiting; seventeen categories, nine kinds of step, eight places; all of it
 * registered by one office.
 */
class InboxDesk implements AutoCloseable {

  static final List<String> CATEGORIES = List.of("politics_law", "technology", "discipline", "party_affairs",
      "land", "education", "labour", "urban", "agriculture", "health", "environment", "transport", "civil_affairs",
      "economy", "commerce", "personnel", "other");
  private static final List<String> KINDS = List.of("user_screen", "user_record_supplement", "user_accept",
      "user_reassign", "user_handle", "user_contribute", "user_draft_reply", "user_approve_reply",
      "user_change_delivery");
  private static final List<String> PLACES = List.of("liuyin", "liuyin-guihua", "liuyin-yinxing", "wanghu",
      "songling", "linjiang");

  private final ConfigurableApplicationContext application;
  private final boolean postgresql;
  private final LocalDate today;
  private int filled;

  InboxDesk(Databases databases, Path data) {
    application = new SpringApplicationBuilder(PetitionDesk.class).profiles("demo").run("--server.port=0",
        "--petition-desk.data=" + data, "--petition-desk.demo.cases=0", "--spring.datasource.url=" + databases.desk(),
        "--spring.datasource.username=" + databases.user(), "--spring.datasource.password=" + databases.password(),
        "--spring.main.banner-mode=off", "--logging.level.root=error");
    postgresql = databases.desk().startsWith("jdbc:postgresql");
    today = Dates.today(application.getBean(Clock.class));
  }

  WorkList workList() {
    return application.getBean(WorkList.class);
  }

  Actor actor(String account) {
    return application.getBean(Accounts.class).actor(account);
  }

  LocalDate today() {
    return today;
  }

  int port() {
    return Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
  }

  /** Adds what is missing to this many open items. */
  void fill(int size) {
    var jdbc = application.getBean(JdbcClient.class);
    Consumer<String> run = sql -> jdbc.sql(sql).update();
    var numbers = postgresql
        ? "generate_series(cast(%d as bigint), cast(%d as bigint)) as r(n)"
        : "system_range(%d, %d) as r(n)";
    // Not in one statement: a million rows in one transaction are more than H2 likes to keep.
    for (var from = filled + 1; from <= size; from += 50_000) {
      var to = Math.min(size, from + 49_999);
      run.accept("""
          insert into work_item (id, source, kind, process_key, name, form, case_id, case_code, case_kind, title,
              confidential, category, territory, urgency, case_unit, group_key, unit_id, assignee, waits_for, due_on,
              due_kind, waiting, rank_on, created_at, waits_since, state, version)
            select 'bench-' || n, 'TASK', %s, 'petition_handling', '办理', 'petitions/{case}/handling?item={item}',
                cast('00000000-0000-7000-8000-' || lpad(cast(n as varchar(12)), 12, '0') as uuid),
                'XF2025-' || lpad(cast(n as varchar(12)), 7, '0'), 'PETITION', '工地夜间施工扰民第' || n || '号',
                false, %s, %s, 'NORMAL', 'xfj', 'handler@' || unit, unit,
                case when mod(n / 12, 5) = 0 then unit || '.handler' end,
                case when mod(n / 12, 5) = 0 then 'account:' || unit || '.handler' else 'group:handler@' || unit end,
                case when mod(n, 20) > 0 then due end, case when mod(n, 20) > 0 then 'handling' end, mod(n, 25) = 0,
                case when mod(n, 25) = 0 then date '9999-12-31' when mod(n, 20) = 0 then date '9999-12-30' else due end,
                came, came, 'OPEN', 0
              from (select n, %s as unit, date '%s' + cast(mod(n * 7919, 100) - 10 as integer) as due,
                  timestamp with time zone '%s 08:00:00+08' - cast(mod(n * 104729, 5000000) as integer)
                    * interval '1' second as came
                from %s) as made""".formatted(one(KINDS, "n / 7"), one(CATEGORIES, "n / 3"), one(PLACES, "n / 11"),
          one(Script.leads(), "n"), today, today, numbers.formatted(from, to)));
    }
    filled = size;
    run.accept(postgresql ? "analyze work_item" : "analyze");
    if (postgresql) {
      // What the server does by itself soon after: index-only reads need it.
      run.accept("vacuum work_item");
    }
  }

  static String one(List<String> values, String number) {
    var sql = new StringBuilder("case mod(" + number + ", " + values.size() + ")");
    for (var i = 0; i < values.size(); i++) {
      sql.append(" when ").append(i).append(" then '").append(values.get(i)).append("'");
    }
    return sql.append(" end").toString();
  }

  @Override
  public void close() {
    application.close();
  }
}
