package org.petitiondesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

@DeskTest
class CategoryImportTests {

  @Autowired
  private CategoryImport sheets;
  @Autowired
  private CategoryChanges changes;
  @Autowired
  private Categories categories;
  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;

  @Test
  void theSeventeenFirstLevelsAreThere() {
    assertThat(categories.roots()).extracting(Category::code).startsWith("politics_law", "technology", "discipline")
        .contains("environment", "other");
    assertThat(categories.name("environment.noise")).isEqualTo("噪声扰民");
    assertThat(categories.name("unheard-of")).isEqualTo("unheard-of");
    assertThat(categories.all()).extracting(Category::code).containsSubsequence("environment", "environment.noise",
        "transport");
  }

  @Test
  void whatIsKnownKeepsItsCodeAndWhatIsNewGetsTheNextOne() {
    var sheet = utf8("一级,二级,三级\n环境保护,噪声扰民,广场舞噪声\n环境保护,光污染,\n\"环境保护\",噪声扰民,广场舞噪声\n");

    assertThat(sheets.run(sheet, Actor.SYSTEM).rows()).isEqualTo(3);
    assertThat(sheets.run(sheet, Actor.SYSTEM).added()).isZero();

    var dance = categories.all().stream().filter(each -> each.name().equals("广场舞噪声")).toList();
    assertThat(dance).singleElement().satisfies(each -> {
      assertThat(each.code()).isEqualTo("environment.noise.01");
      assertThat(each.parent()).contains("environment.noise");
      assertThat(each.level()).isEqualTo(3);
    });
    assertThat(categories.all()).filteredOn(each -> each.name().equals("光污染")).singleElement()
        .matches(each -> each.parent().equals(Optional.of("environment")));
  }

  @Test
  void aSheetFromASpreadsheetIsReadToo() {
    sheets.run("一级,二级\r\n其他,奇闻\r\n".getBytes(Charset.forName("GB18030")), Actor.SYSTEM);
    sheets.run(utf8("\ufeff一级,二级\r\n其他,异事\r\n"), Actor.SYSTEM);

    assertThat(categories.all()).extracting(Category::name).contains("奇闻", "异事");
  }

  @Test
  void aSheetThatMakesNoSenseIsRefusedAsAWhole() {
    var before = categories.all();

    assertThatThrownBy(() -> sheets.run(utf8(""), Actor.SYSTEM)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> sheets.run(utf8("一级,二级,三级\n"), Actor.SYSTEM)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> sheets.run(utf8("h\n环境保护,甲\n,乙,丙\n"), Actor.SYSTEM))
        .hasMessageContaining("sheet-line [3]");
    assertThatThrownBy(() -> sheets.run(utf8("h\na,b,c,d\n"), Actor.SYSTEM)).isInstanceOf(Refused.class);

    assertThat(categories.all()).isEqualTo(before);
  }

  @Test
  @Transactional
  void thePublishedTreeIsImported() throws IOException {
    var file = Path.of(System.getProperty("shared.dir", "../shared"), "data/petitions/attach1_category_tree_517.csv");
    assumeThat(file).as("%s is not here", file).exists();

    var imported = sheets.run(Files.readAllBytes(file), Actor.SYSTEM);

    assertThat(imported.rows()).isEqualTo(517);
    assertThat(imported.added()).isBetween(517, 517 + 118);
  }

  @Test
  void aRehearsalSaysWhatWouldBeNewAndChangesNothing() {
    var before = categories.ever();

    var rehearsed = sheets.rehearse(utf8("h\n环境保护,噪声扰民,无人机噪声\n奇事,甲\n"));

    assertThat(rehearsed.added()).isEqualTo(3);
    assertThat(rehearsed.names()).containsExactly("环境保护 / 噪声扰民 / 无人机噪声", "奇事", "奇事 / 甲");
    assertThat(categories.ever()).isEqualTo(before);
  }

  @Test
  @Transactional
  void aCategoryIsAddedRenamedRetiredAndRestored() {
    var code = changes.add(Optional.of("environment"), "drones", "无人机", "Drones", Actor.SYSTEM);
    changes.rename(code, 0, "无人机扰民", "", Actor.SYSTEM);
    assertThat(categories.name("environment.drones")).isEqualTo("无人机扰民");

    changes.retire(code, 1, Actor.SYSTEM);
    assertThat(categories.isOffered(code)).isFalse();
    assertThat(categories.all()).extracting(Category::code).doesNotContain(code);
    assertThat(categories.name(code)).isEqualTo("无人机扰民");

    assertThatThrownBy(() -> changes.restore(code, 1, Actor.SYSTEM)).isInstanceOf(Conflict.class);
    changes.restore(code, 2, Actor.SYSTEM);
    assertThat(categories.isOffered(code)).isTrue();
  }

  @Test
  void aCategoryThatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> changes.add(Optional.empty(), "Große", "名", "", Actor.SYSTEM))
        .hasMessageContaining("category-code");
    assertThatThrownBy(() -> changes.add(Optional.of("nowhere"), "x", "名", "", Actor.SYSTEM))
        .hasMessageContaining("category-parent");
    assertThatThrownBy(() -> changes.add(Optional.of("environment"), "noise", "名", "", Actor.SYSTEM))
        .hasMessageContaining("category-taken");
    assertThatThrownBy(() -> changes.add(Optional.empty(), "new", "新建页面的地址", "", Actor.SYSTEM))
        .hasMessageContaining("category-taken");
    assertThatThrownBy(() -> changes.add(Optional.of("environment"), "other_noise", "噪声扰民", "", Actor.SYSTEM))
        .hasMessageContaining("category-name-taken");
    assertThatThrownBy(() -> changes.retire("environment", 0, Actor.SYSTEM)).hasMessageContaining("has-children");
  }

  @Test
  void onlyAnAdministratorImports() {
    assertThat(upload("officer", "一级\n其他\n")).hasStatus(403);
    assertThat(upload("admin", "一级\n其他\n")).hasStatus(303).hasHeader("Location", "/administration/categories");
    assertThat(upload("admin", "")).hasStatus(422).bodyText().contains("表中没有分类").doesNotContain("??");
    assertThat(mvc.get().uri("/administration/categories").with(user(users.loadUserByUsername("admin")))).hasStatusOk()
        .bodyText().contains("噪声扰民").doesNotContain("??");
  }

  private MvcTestResult upload(String account, String sheet) {
    return mvc.perform(MockMvcRequestBuilders.multipart("/administration/categories")
        .file(new MockMultipartFile("sheet", "sheet.csv", "text/csv", utf8(sheet))).with(csrf())
        .with(user(users.loadUserByUsername(account))));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
