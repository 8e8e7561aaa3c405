package org.petitiondesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalJsonTests {

  @Test
  void theOrderOfKeysDoesNotMatter() {
    var one = new LinkedHashMap<String, Object>();
    one.put("b", 1);
    one.put("a", Map.of("z", true));

    assertThat(CanonicalJson.of(one)).isEqualTo("{\"a\":{\"z\":true},\"b\":1}");
  }

  @Test
  void everyKindOfValueHasOneText() {
    assertThat(CanonicalJson.of(List.of(1, 2L, "三", Optional.empty(), Optional.of("x"), DayOfWeek.MONDAY,
        new BigDecimal("1.50")))).isEqualTo("[1,2,\"三\",null,\"x\",\"MONDAY\",\"1.50\"]");
  }

  @Test
  void whatUtf8OrADatabaseCanNotHoldIsEscaped() {
    assertThat(CanonicalJson.of("\u0000\"\\\ud83d😀\n")).isEqualTo("\"\\u0000\\\"\\\\\\ud83d😀\\u000a\"");
  }
}
