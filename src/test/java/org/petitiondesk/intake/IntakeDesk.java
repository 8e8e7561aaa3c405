package org.petitiondesk.intake;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Fills in the two forms as a browser would. */
final class IntakeDesk {

  private final MockMvcTester mvc;
  private final UserDetailsService users;

  IntakeDesk(MockMvcTester mvc, UserDetailsService users) {
    this.mvc = mvc;
    this.users = users;
  }

  static Map<String, String> counter() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("token", UUID.randomUUID().toString());
    fields.put("channel", "VISIT");
    fields.put("receivedOn", "2026-03-02");
    fields.put("demandClass", "CLAIM");
    fields.put("territory", "liuyin-guihua");
    fields.put("title", "楼下餐馆油烟直排");
    fields.put("text", "桂花社区三栋楼下的餐馆油烟直排。");
    fields.put("petitioners[0].name", "张秋月");
    fields.put("petitioners[0].phone", "13800138000");
    fields.put("demandPoints[0].text", "加装净化设备, 并且定期清洗");
    return fields;
  }

  static Map<String, String> lodge() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("token", UUID.randomUUID().toString());
    fields.put("demandClass", "CLAIM");
    fields.put("territory", "liuyin-guihua");
    fields.put("title", "路灯不亮");
    fields.put("text", "桂花路的路灯一个月不亮了。");
    fields.put("name", "李四");
    fields.put("phone", "13900139000");
    return fields;
  }

  MvcTestResult register(String account, Map<String, String> fields, MockMultipartFile... files) {
    return mvc.perform(form("/petitions/new", fields, files).with(user(users.loadUserByUsername(account))));
  }

  MvcTestResult lodge(Map<String, String> fields, MockMultipartFile... files) {
    return mvc.perform(form("/lodge", fields, files));
  }

  MvcTestResult ask(Map<String, String> fields) {
    return mvc.perform(form("/lodge/similar", fields));
  }

  /** What the receipt page would show. */
  static String flash(MvcTestResult result, String name) {
    return (String) result.getMvcResult().getFlashMap().get(name);
  }

  static CaseId registered(MvcTestResult result) {
    var id = flash(result, "receiptOf");
    if (id == null) {
      throw new AssertionError("Not registered: " + result.getResponse().getStatus());
    }
    return CaseId.of(id);
  }

  private static MockMultipartHttpServletRequestBuilder form(String path, Map<String, String> fields,
      MockMultipartFile... files) {
    var form = multipart(path);
    for (var file : files) {
      form.file(file);
    }
    fields.forEach(form::param);
    form.with(csrf());
    return form;
  }
}
