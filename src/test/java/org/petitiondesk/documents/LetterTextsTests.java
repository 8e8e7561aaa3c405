package org.petitiondesk.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.petitiondesk.kernel.Refused;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class LetterTextsTests {

  private final LetterTexts house = texts(new PathMatchingResourcePatternResolver());

  @TestFactory
  Stream<DynamicTest> everyTextOfTheHouseIsCompleteWithTheFactsOfAPetition() {
    assertThat(house.names()).contains("petition_receipt", "petition_acceptance", "petition_guidance",
        "petition_refusal", "petition_supplement", "petition_reply", "petition_merged", "petition_withdrawn");
    return house.names().stream().filter(name -> name.startsWith("petition_"))
        .map(name -> DynamicTest.dynamicTest(name, () -> {
          var text = house.render(name, facts());

          assertThat(text.title()).isNotBlank().doesNotContain("{");
          assertThat(text.body()).doesNotContain("{{", "}}").startsWith("张秋月：")
              .contains("“楼下餐馆油烟直排”", "XF2026-000123", "2026年3月2日", "来信").endsWith("区信访局\n2026年3月9日");
        }));
  }

  @Test
  void theReplyAnswersEveryPointAndTellsTheRemedy() {
    var body = house.render("petition_reply", facts()).body();

    assertThat(body).containsSubsequence("诉求1：加装净化设备", "调查核实的情况：现场检查属实", "处理的依据：《大气污染防治法》第八十一条",
        "处理意见：予以支持", "诉求2：停止夜间营业", "调查核实的情况：十点后已停业", "处理意见：解释说明",
        "救济途径：可以自收到本意见书之日起30日内向区人民政府申请复查。", "区信访局", "2026年3月9日");
  }

  @Test
  void aMissingFactIsNamedAndNothingIsWritten() {
    var facts = facts();
    facts.remove("remedy");

    assertThatThrownBy(() -> house.render("petition_reply", facts)).isInstanceOfSatisfying(Refused.class, refused -> {
      assertThat(refused.key()).isEqualTo("documents.letter.missing-fact");
      assertThat(refused.arguments()).contains("petition_reply", "remedy");
    });
  }

  @Test
  void aReplyWithoutPointsIsNotWritten() {
    var facts = facts();
    facts.remove("points");

    assertThatThrownBy(() -> house.render("petition_reply", facts)).isInstanceOf(Refused.class)
        .hasMessageContaining("points");
  }

  @Test
  void aPointThatLacksItsBasisIsFound() {
    var facts = facts();
    facts.put("points", List.of(Map.of("text", "一", "facts", "二", "outcome", "三")));

    assertThatThrownBy(() -> house.render("petition_reply", facts)).hasMessageContaining("basis");
  }

  @Test
  void optionalPartsAreLeftOutAndComeBackWithEveryLetter() {
    var texts = own("t", "题\n{{#dueOn?}}期限{{dueOn}}{{/dueOn?}}{{^dueOn?}}无期限{{/dueOn?}}");

    assertThat(texts.render("t", Map.of()).body()).isEqualTo("无期限");
    assertThat(texts.render("t", Map.of("dueOn", LocalDate.of(2026, 5, 1))).body()).isEqualTo("期限2026年5月1日");
    assertThat(texts.render("t", Map.of("dueOn", "")).body()).isEqualTo("无期限");
  }

  @Test
  void whatPeopleWroteIsNeverReadAsTemplateNorEscaped() {
    var nasty = "<b>&\"'{{remedy}}${7*7}#{x}";
    var facts = facts();
    facts.put("title", nasty);

    assertThat(house.render("petition_receipt", facts).body()).contains("“" + nasty + "”");
  }

  @Test
  void aTextReachesNoMethodOfAFact() {
    var texts = own("t", "题\n{{fact.class.name}}");

    assertThatThrownBy(() -> texts.render("t", Map.of("fact", "x"))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> texts.render("t", Map.of("fact", new Recipient("a", "b", "c"))))
        .isInstanceOf(Refused.class);
  }

  @Test
  void twoTextsOfOneNameStopTheStart() {
    assertThatThrownBy(() -> texts(resolver(resource("a", "x\ny"), resource("a", "x\nz"))))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("a");
  }

  static Map<String, Object> facts() {
    var facts = new HashMap<String, Object>();
    facts.put("code", "XF2026-000123");
    facts.put("title", "楼下餐馆油烟直排");
    facts.put("petitioner", "张秋月");
    facts.put("receivedOn", LocalDate.of(2026, 3, 2));
    facts.put("channel", "来信");
    facts.put("unitName", "区信访局");
    facts.put("date", LocalDate.of(2026, 3, 9));
    facts.put("trackingCode", "7K2M-94QX");
    facts.put("path", "劳动仲裁");
    facts.put("body", "区劳动人事争议仲裁委员会");
    facts.put("term", "一年");
    facts.put("reason", "该事项已经终结。");
    facts.put("targetCode", "XF2026-000007");
    facts.put("opinion", "信访事项复核意见书云信复核〔2026〕3号");
    facts.put("opinionOn", LocalDate.of(2026, 2, 9));
    facts.put("length", "30");
    facts.put("lengthUnit", "日");
    facts.put("question", "请补充租赁合同。");
    facts.put("remedy", "可以自收到本意见书之日起30日内向区人民政府申请复查。");
    facts.put("points", List.of(
        Map.of("text", "加装净化设备", "facts", "现场检查属实", "basis", "《大气污染防治法》第八十一条", "outcome", "予以支持"),
        Map.of("text", "停止夜间营业", "facts", "十点后已停业", "basis", "《噪声污染防治法》第六十三条", "outcome", "解释说明")));
    return facts;
  }

  private static LetterTexts own(String name, String text) {
    return texts(resolver(resource(name, text)));
  }

  private static LetterTexts texts(PathMatchingResourcePatternResolver resolver) {
    try {
      return new LetterTexts(resolver);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Resource resource(String name, String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() {
        return name + ".txt";
      }
    };
  }

  private static PathMatchingResourcePatternResolver resolver(Resource... resources) {
    return new PathMatchingResourcePatternResolver() {
      @Override
      public Resource[] getResources(String pattern) {
        return resources;
      }
    };
  }
}
