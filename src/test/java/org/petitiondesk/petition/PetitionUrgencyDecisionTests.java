package org.petitiondesk.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;

class PetitionUrgencyDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("petition_urgency");

  @Test
  void theFirstRowThatMatchesDecides() {
    assertThat(TABLE.hitPolicy()).isEqualTo("FIRST");
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(delimiter = '|', textBlock = """
      danger | EMERGENCY | 1 | 燃气泄漏会出人命             | 三栋楼道里燃气泄漏的味道越来越重，没有人来关阀门。
      danger | EMERGENCY | 1 | 说到轻生先救人               | 欠薪要不回来，工友说活不下去要轻生，请快来人。
      danger | EMERGENCY | 8 | 危险先于人数                 | 教学楼的围墙坍塌，八位家长一起来反映。
      basic  | URGENT    | 1 | 停水影响基本生活             | 小区停水四天了，老人孩子都没有水喝。
      basic  | URGENT    | 1 | 有火灾隐患，还没有着火的危险 | 楼道里堆满纸板，电动车在里面充电，迟早要出火灾。
      group  | URGENT    | 5 | 五人以上                     | 我们五户一起反映垃圾清运的问题。
      normal | NORMAL    | 4 | 四人不算群体                 | 我们四户一起反映垃圾清运的问题。
      normal | NORMAL    | 1 | 信息大爆炸不是爆炸           | 这是个信息大爆炸的时代，办事指南却还要到窗口抄。
      """)
  void aMessageIsAsUrgentAsItSays(String row, String urgency, int petitioners, String why, String message) {
    assertThat(TABLE.one(Map.of("text", message, "petitioners", petitioners))).containsEntry("urgency", urgency);
    assertThat(TABLE.fired()).containsExactly("urgency_" + row);
  }
}
