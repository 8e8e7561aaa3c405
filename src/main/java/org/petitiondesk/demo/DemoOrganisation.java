package org.petitiondesk.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.ApiKeys;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.CreateTerritory;
import org.petitiondesk.people.CreateUnit;
import org.petitiondesk.people.PasswordHash;
import org.petitiondesk.people.Passwords;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An invented district with its office, departments, streets and the people in them; made at the first start. */
@Component
@Profile("demo")
public class DemoOrganisation {

  /** Of every demo account. */
  public static final String PASSWORD = "petition-desk";
  /** Key of the demo program that lodges petitions through the API for the petition office. */
  public static final String API_KEY = "demo-api-key";

  private static final String DISTRICT = "linjiang";
  private static final String OFFICE = "xfj";

  private static final Map<String, String> DEPARTMENTS = ordered("housing", "区住房和城乡建设局", "environment", "区生态环境分局",
      "education", "区教育局", "labour", "区人力资源和社会保障局", "urban_management", "区城市管理局", "transport", "区交通运输局", "health",
      "区卫生健康局", "civil_affairs", "区民政局", "market", "区市场监督管理局", "land", "区自然资源和规划分局", "agriculture", "区农业农村局", "police",
      "公安临江分局");

  private static final Map<String, String> STREETS = ordered("liuyin", "柳荫街道", "wanghu", "望湖街道", "songling", "松岭街道");

  private static final Map<String, String> COMMUNITIES = ordered("liuyin-guihua", "桂花社区", "liuyin-yinxing", "银杏社区",
      "wanghu-hepan", "河畔社区", "wanghu-chenxi", "晨曦社区", "songling-songtao", "松涛社区", "songling-qingshi", "青石社区");

  private static final List<String> SURNAMES = List.of("周", "沈", "陆", "韩", "顾", "许", "程", "白", "罗", "田", "姜", "范", "方",
      "石", "邹");
  private static final List<String> GIVEN_NAMES = List.of("文静", "志远", "晓岚", "建国", "雨桐", "海峰", "明慧", "立新", "思源");

  private final Territories territories;
  private final Units units;
  private final Accounts accounts;
  private final ApiKeys keys;
  private final Passwords passwords;

  private int named;

  DemoOrganisation(Territories territories, Units units, Accounts accounts, ApiKeys keys, Passwords passwords) {
    this.territories = territories;
    this.units = units;
    this.accounts = accounts;
    this.keys = keys;
    this.passwords = passwords;
  }

  /** Makes them once; a second start finds them. */
  @Transactional
  public void make() {
    if (units.find(OFFICE).isPresent()) {
      return;
    }
    createTerritories();
    createUnits();
    createAccounts();
    keys.register("demo", API_KEY, OFFICE, Actor.SYSTEM);
  }

  private void createTerritories() {
    territory(DISTRICT, "云溪市临江区", Optional.empty());
    STREETS.forEach((id, name) -> territory(id, name, Optional.of(DISTRICT)));
    COMMUNITIES.forEach((id, name) -> {
      territory(id, name, Optional.of(streetOf(id)));
      territory(id + "-01", "第一网格", Optional.of(id));
      territory(id + "-02", "第二网格", Optional.of(id));
    });
  }

  private void createUnits() {
    unit(DISTRICT, "临江区人民政府", "", UnitKind.GOVERNMENT, DISTRICT, Optional.empty());
    unit(OFFICE, "区信访局", DISTRICT, UnitKind.PETITION_OFFICE, DISTRICT, Optional.of("general"));
    DEPARTMENTS.forEach((id, name) -> unit(id, name, DISTRICT, UnitKind.DEPARTMENT, DISTRICT, Optional.of(id)));
    STREETS.forEach((id, name) -> unit(id, name + "办事处", DISTRICT, UnitKind.STREET, id, Optional.of("street")));
    COMMUNITIES.forEach(
        (id, name) -> unit(id, name + "居民委员会", streetOf(id), UnitKind.COMMUNITY, id, Optional.empty()));
    unit("linjiang-review", "临江区信访事项复查复核委员会", DISTRICT, UnitKind.GOVERNMENT, DISTRICT,
        Optional.of("reconsideration"));
    unit("yunxi-review", "云溪市信访事项复查复核委员会", "", UnitKind.GOVERNMENT, DISTRICT,
        Optional.of("final_review"));
    unit("linjiang-meeting", "临江区信访工作联席会议办公室", DISTRICT, UnitKind.GOVERNMENT, DISTRICT,
        Optional.of("joint_meeting"));
  }

  private void createAccounts() {
    // Hashing is slow on purpose: once for all of them.
    var password = passwords.hash(PASSWORD);
    // Matters that no unit is competent for are handled by the office itself.
    account("officer", OFFICE, password, Role.OFFICER, Role.HANDLER);
    account("officer2", OFFICE, password, Role.OFFICER, Role.HANDLER);
    account("office.leader", OFFICE, password, Role.LEADER, Role.OFFICER);
    DEPARTMENTS.keySet().forEach(unit -> staff(unit, password));
    STREETS.keySet().forEach(unit -> staff(unit, password));
    account("admin", OFFICE, password, Role.ADMINISTRATOR);
    account("auditor", OFFICE, password, Role.AUDITOR);
    account("designer", OFFICE, password, Role.DESIGNER);
    account("mediator", "liuyin", password, Role.MEDIATOR);
    account("reviewer", DISTRICT, password, Role.REVIEWER);
    account("grid", "liuyin-guihua", password, Role.GRID_OFFICER);
    reviewers("review", "linjiang-review", password);
    reviewers("city", "yunxi-review", password);
    account("meeting.leader", "linjiang-meeting", password, Role.LEADER);
    account("mediator2", "liuyin", password, Role.MEDIATOR);
    account("wanghu.mediator", "wanghu", password, Role.MEDIATOR);
    account("songling.mediator", "songling", password, Role.MEDIATOR);
  }

  private void staff(String unit, PasswordHash password) {
    account(unit + ".handler", unit, password, Role.HANDLER);
    account(unit + ".handler2", unit, password, Role.HANDLER);
    account(unit + ".leader", unit, password, Role.LEADER);
  }

  private void reviewers(String prefix, String unit, PasswordHash password) {
    account(prefix + ".reviewer", unit, password, Role.REVIEWER);
    account(prefix + ".reviewer2", unit, password, Role.REVIEWER);
    account(prefix + ".leader", unit, password, Role.LEADER);
  }

  private void territory(String id, String name, Optional<String> parent) {
    territories.create(new CreateTerritory(id, name, parent), Actor.SYSTEM);
  }

  private void unit(String id, String name, String parent, UnitKind kind, String territory,
      Optional<String> function) {
    var above = Optional.of(parent).filter(text -> !text.isEmpty());
    units.create(new CreateUnit(id, name, above, kind, territory, function), Actor.SYSTEM);
  }

  private void account(String id, String unit, PasswordHash password, Role... roles) {
    var email = Optional.of(id + "@linjiang.example");
    accounts.create(new CreateAccount(id, nextName(), unit, Set.of(roles), email, password), Actor.SYSTEM);
  }

  /** Each surname meets another given name in every round: no two people share a name. */
  private String nextName() {
    var surname = SURNAMES.get(named % SURNAMES.size());
    var given = GIVEN_NAMES.get((named / SURNAMES.size() + named) % GIVEN_NAMES.size());
    named++;
    return surname + given;
  }

  private static String streetOf(String community) {
    return community.substring(0, community.indexOf('-'));
  }

  private static Map<String, String> ordered(String... pairs) {
    var map = new LinkedHashMap<String, String>();
    for (var i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
