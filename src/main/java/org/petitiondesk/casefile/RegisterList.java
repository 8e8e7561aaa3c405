package org.petitiondesk.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Like;
import org.petitiondesk.kernel.Page;
import org.petitiondesk.kernel.PageEnd;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.Territory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register as a list: newest first, only what the actor may see, page after page by the last row's place. */
@Repository
class RegisterList {

  static final int PAGE_SIZE = 25;

  private static final Pattern CODE = Pattern.compile("(?i)\\s*XF(\\d{4})-?(\\d{1,18})\\s*");

  private final JdbcClient jdbc;
  private final Sight sight;
  private final Territories territories;
  private final CaseParties parties;

  RegisterList(JdbcClient jdbc, Sight sight, Territories territories, CaseParties parties) {
    this.parties = parties;
    this.jdbc = jdbc;
    this.sight = sight;
    this.territories = territories;
  }

  Page<CaseRow> find(CaseQuery query, Actor actor, Optional<String> cursor, int size) {
    if (!sight.mayLook(actor)) {
      return new Page<>(List.of(), Optional.empty());
    }
    var conditions = new ArrayList<String>();
    var parameters = new HashMap<>(sight.parameters(actor));
    conditions.add(Sight.RULE);
    filter(query, actor, conditions, parameters);
    cursor.flatMap(PageEnd::of).ifPresent(place -> {
      conditions.add("(c.registered_at, c.id) < (:afterTime, :afterId)");
      parameters.put("afterTime", Timestamp.from(place.at()));
      parameters.put("afterId", place.id());
    });
    var rows = jdbc.sql("select c.* from case_file c where (" + String.join(") and (", conditions)
        + ") order by c.registered_at desc, c.id desc fetch first " + (size + 1) + " rows only").params(parameters)
        .query(RegisterList::placed).list();
    var page = Page.cut(rows, size, row -> row.place().toString());
    return new Page<>(page.rows().stream().map(Placed::row).toList(), page.next());
  }

  private void filter(CaseQuery query, Actor actor, List<String> conditions, Map<String, Object> parameters) {
    query.text().ifPresent(text -> textOrPerson(text, actor, conditions, parameters));
    query.status().ifPresent(status -> {
      conditions.add("c.status = :status");
      parameters.put("status", status.name());
    });
    query.kind().ifPresent(kind -> {
      conditions.add("c.kind = :kind");
      parameters.put("kind", kind.name());
    });
    query.category().ifPresent(category -> {
      conditions.add("c.category = :category or c.category like :categoryBelow escape '!'");
      parameters.put("category", category);
      parameters.put("categoryBelow", Like.beginning(category + "."));
    });
    query.unit().ifPresent(unit -> {
      conditions.add("exists (select 1 from case_unit f where f.case_id = c.id and f.part <> 'RESPONDENT'"
          + " and f.unit_id = :unit)");
      parameters.put("unit", unit);
    });
    query.territory().ifPresent(territory -> {
      conditions.add("c.territory in (:territories)");
      parameters.put("territories", selfAndBelow(territory));
    });
    query.receivedFrom().ifPresent(from -> {
      conditions.add("c.received_on >= :receivedFrom");
      parameters.put("receivedFrom", from);
    });
    query.receivedTo().ifPresent(to -> {
      conditions.add("c.received_on <= :receivedTo");
      parameters.put("receivedTo", to);
    });
  }

  /** A code finds its case; else every word must stand in the title. */
  static void text(String text, List<String> conditions, Map<String, Object> parameters) {
    var code = CODE.matcher(text);
    if (code.matches()) {
      conditions.add("c.code_year = :codeYear and c.number = :number");
      parameters.put("codeYear", Integer.parseInt(code.group(1)));
      parameters.put("number", Long.parseLong(code.group(2)));
    } else {
      var words = text.strip().split("[\\s　]+");
      var title = new ArrayList<String>();
      for (var i = 0; i < words.length; i++) {
        title.add("lower(c.title) like :word" + i + " escape '!'");
        parameters.put("word" + i, Like.containing(words[i]));
      }
      conditions.add(String.join(" and ", title));
    }
  }

  /**
   * The same, or the whole text is a petitioner's name, telephone or identity number; by these a case is found only by
   * those who work on it.
   */
  private void textOrPerson(String text, Actor actor, List<String> conditions, Map<String, Object> parameters) {
    var own = new ArrayList<String>();
    text(text, own, parameters);
    if (CODE.matcher(text).matches()) {
      conditions.addAll(own);
      return;
    }
    var person = new ArrayList<>(
        List.of("select n.case_id from case_party n where n.name = :name and n.role = 'PETITIONER'"));
    parameters.put("name", text.strip());
    var indexes = parties.indexes(text);
    if (!indexes.isEmpty()) {
      parameters.put("indexes", indexes);
      person.add("select i.case_id from case_party i where i.identity_index in (:indexes) and i.role = 'PETITIONER'");
      person.add("select p.case_id from case_party p where p.phone_index in (:indexes) and p.role = 'PETITIONER'");
    }
    conditions.add("(" + String.join(" and ", own) + ") or (" + Sight.worksOn(actor) + ") and c.id in ("
        + String.join(" union all ", person) + ")");
  }

  private List<String> selfAndBelow(String territory) {
    return territories.find(territory)
        .map(top -> territories.all().stream().filter(each -> within(top, each)).map(Territory::id).toList())
        .orElse(List.of(territory));
  }

  private boolean within(Territory top, Territory each) {
    return territories.selfAndAbove(each.id()).stream().anyMatch(above -> above.id().equals(top.id()));
  }

  private static Placed placed(ResultSet rs, int row) throws SQLException {
    return new Placed(CaseRepository.row(rs, row),
        new PageEnd(rs.getTimestamp("registered_at").toInstant(), rs.getObject("id", UUID.class)));
  }

  private record Placed(CaseRow row, PageEnd place) {}
}
