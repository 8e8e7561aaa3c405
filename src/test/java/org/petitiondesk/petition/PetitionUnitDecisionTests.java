package org.petitiondesk.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;

class PetitionUnitDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("petition_unit");

  @Test
  void theFirstRowThatMatchesDecides() {
    assertThat(TABLE.hitPolicy()).isEqualTo("FIRST");
  }

  @ParameterizedTest(name = "{0} → {2}: {3}")
  @CsvSource(delimiter = '|', textBlock = """
      urban         | urban         | housing       | 房屋、物业、市政归住建
      environment   | environment   | environment   | 污染归生态环境
      education     | education     | education     | 学校归教育
      labour        | labour        | labour        | 工资和社保归人社
      transport     | transport     | transport     | 客运和道路归交通
      health        | health        | health        | 医院归卫健
      civil_affairs | civil_affairs | civil_affairs | 救助归民政
      commerce      | commerce      | market        | 消费归市场监管
      land          | land          | land          | 征地归自然资源
      agriculture   | agriculture   | agriculture   | 农田水利归农业农村
      politics_law  | politics_law  | police        | 治安归公安
      economy       | economy       | market        | 经营和收费归市场监管
      party_affairs | street        | street        | 基层党务由属地街道办理
      personnel     | street        | street        | 村和社区干部的事由属地街道办理
      technology    | street        | street        | 宽带和机房进小区由属地街道协调
      discipline    | other         | street        | 基层的纪检监察由街道纪工委先办
      other         | other         | street        | 没有职能单位的归属地
      """)
  void aCategoryBelongsToOneFunction(String category, String row, String function, String why) {
    assertThat(TABLE.one(Map.of("category", category))).containsEntry("function", function);
    assertThat(TABLE.fired()).containsExactly("unit_" + row);
  }
}
