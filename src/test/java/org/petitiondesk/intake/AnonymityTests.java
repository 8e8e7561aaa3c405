package org.petitiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.petitiondesk.casefile.Party;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.kernel.Refused;

class AnonymityTests {

  private static final List<Party> PARTIES = List.of(party(PartyRole.PETITIONER, PartyKind.PERSON, "张 秋月"),
      party(PartyRole.RESPONDENT, PartyKind.ORGANISATION, "区城市管理局"));

  @ParameterizedTest
  @CsvSource({"身份证330102198507014321, identity", "33010219850701432X 的本人, identity", "330102850701432, identity",
      "３３０１０２１９８５０７０１４３２１, identity", "330102 19850701 4321, identity", "电话13800138000, phone",
      "138-0013-8000, phone", "138 0013 8000, phone", "+86 138 0013 8000, phone", "0571-87654321, phone",
      "（0571）87654321, phone", "卡号6222021234567890123, bank-card", "zhang@example.cn, email",
      "见XF2026-000123, case-code", "张秋月反映, name", "张　秋 月反映, name"})
  void whatMakesSomebodyKnownIsRefused(String text, String what) {
    var refused = catchThrowableOfType(Refused.class, () -> Anonymity.check("answer", text, PARTIES));

    assertThat(refused).as(text).isNotNull();
    assertThat(refused.key()).isEqualTo("intake.refused.known-by." + what);
    assertThat(refused.field()).isEqualTo("answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"自2026年3月2日起60日内答复", "2026-03-02 至 2026-04-01", "区城市管理局已经派人处理", "罚款12000元，编号第3501号",
      "拨打12345热线", "张先生", "面积 1,234,567 平方米"})
  void whatEverybodyMayKnowIsNot(String text) {
    assertThatCode(() -> Anonymity.check("answer", text, PARTIES)).doesNotThrowAnyException();
  }

  @Test
  void textsAreFoundByPairsOfCharactersAndByWords() {
    assertThat(AnswerWords.of("路灯不亮, LED lamp 3")).containsExactly("路灯", "灯不", "不亮", "led", "lamp");
    assertThat(AnswerWords.of("灯 ！？")).isEmpty();
    assertThat(AnswerWords.of("很".repeat(3) + "a".repeat(50))).containsExactly("很很");
  }

  private static Party party(PartyRole role, PartyKind kind, String name) {
    return new Party(UUID.randomUUID(), role, kind, name, "", "", "", "", false, false);
  }
}
