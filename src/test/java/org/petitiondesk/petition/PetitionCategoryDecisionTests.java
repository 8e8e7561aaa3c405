package org.petitiondesk.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;

/** Each row of the table is a group of words; the sums of a category's rows decide, as in {@link Suggestions}. */
class PetitionCategoryDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("petition_category");

  @Test
  void everyRowThatMatchesCounts() {
    assertThat(TABLE.hitPolicy()).isEqualTo("COLLECT");
  }

  /** The row that the message is an example of, what the message is about, the message. */
  @ParameterizedTest(name = "{1}")
  @CsvSource(delimiter = '|', textBlock = """
      labour_pay           | 三个月没有发工资              | 我们十二个人在云溪的工地做木工，包工头欠薪三个月，打电话也不接，请帮我们讨薪。
      labour_insurance     | 医保在哪里参保                | 我是自由职业者，想在临江区参保，养老保险和医保应该去哪个窗口办理，每年交多少？
      labour_contract      | 没签合同就被辞退              | 我在一家印刷厂做了两年，没有签劳动合同，上周被口头辞退，没有任何补偿。
      labour_injury        | 工伤迟迟不认定                | 去年八月在车间压伤右手，申请工伤认定已经半年，至今没有结果，伤残鉴定也做不了。
      labour_retirement    | 工龄怎么算                    | 我一九八一年招工进厂，档案里少了三年，退休时工龄应当怎样计算？
      labour_office        | 职称评审向谁申报              | 请问人力资源部门，非公单位的工程师职称评审今年什么时候报名？
      environment_pollution | 废水直接进河里               | 村口的电镀作坊把废水直接排进小河，鱼都死了，刺鼻的气味晚上更重。
      environment_noise    | 夜里的噪声                    | 楼下餐馆的风机从早响到晚，油烟和噪声让全家开不了窗，睡不着觉。
      environment_source   | 养殖场离水源太近              | 山坡上新建了一家养殖场，离全村的水源不到两百米，异味很大。
      environment_office   | 没有环评就开工                | 这家拌和站没有环评手续就开工了，请环保部门到现场看看。
      urban_housing        | 交房三年办不了产权证          | 我们二〇二三年购房，交房三年了，开发商一直拖着不办不动产权证。
      urban_estate         | 物业收费                      | 物业公司突然把车位的费用涨了一倍，业委会没有开会，业主都不同意。
      urban_demolition     | 棚户区的安置房                | 我家在棚户区改造范围内，签了拆迁协议已经四年，安置房还没有影子。
      urban_planning       | 楼顶的违章建筑                | 七楼住户在楼顶搭违章建筑，挡了我家采光，城市规划上根本没有这一层。
      urban_services       | 路灯不亮                      | 桂花路的路灯坏了两个多月，老人晚上出门摔了几次，市政一直没来修。
      urban_management     | 占道摆摊                      | 菜场门口的摊贩占道经营，垃圾倒在路边没有人清，城管来了就走，走了又来。
      transport_taxi       | 出租车不打表                  | 昨晚在高铁站坐出租车，司机不打表还拒载，车牌我拍了照片。
      transport_public     | 公交改线后没有站              | 十七路公交改线以后，我们这里一公里内没有站台，老人出门很不方便。
      transport_road       | 路口没有红绿灯                | 开发区大道和东环路的路口没有红绿灯，货车超载又快，上月出了两次事故。
      transport_post       | 快递丢了没人管                | 我的快递显示签收，可是包裹一直没有收到，快递公司互相推。
      education_school     | 老师体罚                      | 我儿子在区实验小学三年级，班主任罚学生在走廊站了一上午，校长说不知道。
      education_admission  | 租房能不能入学                | 我们在临江区租住，孩子九月上一年级，请问就读需要什么条件，学位够不够？
      education_charge     | 假期有偿补课                  | 培训机构收了一年的学费就关门了，补课一节也没有上完。
      education_office     | 特岗教师的待遇                | 我是特岗教师，支教三年期满，教育局说编制还要等，师资这么缺为什么还要等？
      health_hospital      | 手术后出了问题                | 我父亲在区人民医院做完手术高烧不退，医生说是正常反应，第三天送去抢救。
      health_family        | 准生证怎么办                  | 我和妻子都是再婚，想要二胎，准生证在哪里办，要带哪些材料？
      health_primary       | 村卫生室没有药                | 我们村的卫生室长期没有常用药品，村医一个月只来两次，疫苗要到镇上打。
      commerce_fraud       | 拉人头的传销                  | 有人租了我们楼里的房间搞传销，每天上课洗脑，交六万九就能发展下线。
      commerce_consumer    | 买到假货不给退                | 在商场买的羽绒服是假货，商家不退款，打消费投诉电话也没有回音。
      commerce_tourism     | 景区门票乱收                  | 国庆带孩子去景区，门票之外还要收游览车的钱，导游不买就甩脸色。
      commerce_equipment   | 电梯三天两头困人              | 三单元的电梯这个月第四次困人，特种设备检验的标志去年就过期了。
      commerce_slaughter   | 私宰的猪肉                    | 农贸市场后面有人私自屠宰，猪肉没有检疫章就卖。
      land                 | 征地补偿没有到户              | 村里去年征地十二亩，补偿款到现在没有发到户，账目也不公开。
      agriculture          | 灌溉水渠塌了                  | 我们组的灌溉水渠冲垮两年了，四十亩水田今年都没有种粮。
      civil_affairs        | 重病请求救助                  | 妻子尿毒症，我自己有残疾证，家里实在撑不下去，想申请临时救助。
      politics_law         | 报警后没有下文                | 店里被偷，当天报警，派出所做了笔录，两个月没有任何消息。
      discipline           | 村干部侵吞集体的钱            | 村支书以权谋私，把集体的鱼塘低价包给亲戚，还侵吞修路款。
      economy              | 贷款被搭售                    | 在银行贷款时被要求买三份理财，不买就不批。
      other                | 什么词也没有说到              | 请问你们周末有人接待吗？我想来当面说一件事情。
      """)
  void aMessageIsSuggestedForItsCategory(String row, String about, String message) {
    var winner = winner(message);

    assertThat(TABLE.fired()).contains("category_" + row);
    assertThat(winner).isEqualTo(row.matches("(labour|urban|environment|transport|education|health|commerce)_.*")
        ? row.substring(0, row.indexOf('_'))
        : row);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(delimiter = '|', textBlock = """
      labour      | 住在哪个小区与欠薪无关        | 我住在阳光小区，在物业公司当保安，公司拖着三个月工资不发，社保也停了。
      education   | 学校旁边有污染，仍是学校的事  | 孩子的学校食堂伙食差，家长反映给校长，老师却在班级群里点名批评学生。
      environment | 工厂开在小区旁边              | 小区对面的工厂夜里排放废气，刺鼻，全楼的人都闻得到。
      transport   | 医院门口的公交站              | 人民医院门口的公交站台常年停着的士和黑车，公交进不来。
      health      | 医院里的工资表不是欠薪        | 区医院的护士推错了药，病人险些没救过来，医院让家属找保险公司。
      """)
  void moreRowsOutweighOneWordThatBelongsElsewhere(String category, String why, String message) {
    assertThat(winner(message)).isEqualTo(category);
  }

  private static String winner(String message) {
    var sums = new LinkedHashMap<String, Integer>();
    TABLE.all(Map.of("text", message))
        .forEach(row -> sums.merge((String) row.get("category"), ((Number) row.get("weight")).intValue(),
            Integer::sum));
    return Collections.max(sums.entrySet(), Map.Entry.comparingByValue()).getKey();
  }
}
