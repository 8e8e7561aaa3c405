package org.petitiondesk.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;

class PetitionRouteDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("petition_route");

  @Test
  void theFirstRowThatMatchesDecides() {
    assertThat(TABLE.hitPolicy()).isEqualTo("FIRST");
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(delimiter = '|', textBlock = """
      suggestion     | 6 | SUGGESTION | 建议总是研究并答复           | 建议在滨江公园增设儿童饮水处，夏天孩子多。
      suggestion     | 6 | SUGGESTION | 建议里说到法院也是建议       | 建议法院门前的路口加一条斑马线，不要等出了事再起诉谁。
      report         | 6 | REPORT     | 检举控告不看字眼             | 举报某科长收受好处，为无证经营的店打招呼。
      litigation     | 1 | CLAIM      | 已经有判决，要求改判         | 区法院去年的判决不公，我要求重新审理，把房子还给我。
      litigation     | 1 | CLAIM      | 判了不执行                   | 工程款官司赢了两年，一直没有强制执行到一分钱。
      litigation     | 1 | CLAIM      | 刑事案件归公安司法           | 邻居把我打成轻伤，请追究他的刑事责任。
      arbitration    | 2 | CLAIM      | 劳动争议先仲裁               | 单位不服，让我去申请仲裁，请问你们能不能直接处理。
      party_appeal   | 3 | CLAIM      | 党员对处分不服               | 我受到党纪处分，认为与事实不符，请求复查。
      administrative | 4 | CLAIM      | 不服处罚可以复议             | 对城管的行政处罚决定不服，罚款两千元太重。
      duty           | 5 | CLAIM      | 请求监察机构履行职责         | 公司拖欠工资四个月，请劳动监察上门。
      duty           | 5 | CLAIM      | 请求查处违法行为             | 楼下饭店无证经营，请来看看。
      petition       | 6 | CLAIM      | 其余的走信访程序             | 桂花路的路灯坏了两个月，老人晚上不敢出门。
      petition       | 6 | CLAIM      | 法院只是地址                 | 我住在区法院后面的老宿舍，楼道没有灯，下水道常年堵。
      petition       | 6 | CLAIM      | 请查处只是请求来管           | 夜市太吵，请有关部门查处一下，还居民安静。
      """)
  void aDemandTakesItsRoute(String row, int route, String demandClass, String why, String message) {
    var answer = TABLE.one(Map.of("demandClass", demandClass, "text", message));

    assertThat(TABLE.fired()).containsExactly("route_" + row);
    assertThat(answer).containsEntry("route", route);
    assertThat(answer.get("path").toString()).isNotBlank();
    assertThat(answer.get("rule").toString()).startsWith("《信访工作条例》第三十一条");
  }
}
