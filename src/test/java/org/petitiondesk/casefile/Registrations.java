package org.petitiondesk.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.petitiondesk.documents.Upload;

/** Ordinary registrations, to be varied where a test needs it. */
public final class Registrations {

  public static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);

  private Channel channel = Channel.VISIT;
  private DemandClass demandClass = DemandClass.CLAIM;
  private LocalDate receivedOn = RECEIVED;
  private String unit = "xfj";
  private String territory = "liuyin-guihua";
  private String title = "楼下餐馆油烟直排，夜里噪音扰民";
  private String text = "桂花社区三栋楼下的餐馆油烟直接排向居民窗户，夜里十二点还在营业，已经反映多次。";
  private boolean anonymous;
  private final List<NewParty> parties = new ArrayList<>(List.of(zhang()));
  private List<String> points = List.of("餐馆加装油烟净化设备", "晚上十点后停止营业");
  private final List<Upload> attachments = new ArrayList<>();

  public static Registrations ordinary() {
    return new Registrations();
  }

  public static NewParty zhang() {
    return new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, "张秋月", "330102198507014321", "13800138000",
        "zhang@example.cn", "云溪市临江区柳荫街道桂花路8号3栋502室", true, true);
  }

  public Registrations channel(Channel channel) {
    this.channel = channel;
    return this;
  }

  public Registrations demandClass(DemandClass demandClass) {
    this.demandClass = demandClass;
    return this;
  }

  public Registrations receivedOn(LocalDate receivedOn) {
    this.receivedOn = receivedOn;
    return this;
  }

  public Registrations unit(String unit) {
    this.unit = unit;
    return this;
  }

  public Registrations territory(String territory) {
    this.territory = territory;
    return this;
  }

  public Registrations title(String title) {
    this.title = title;
    return this;
  }

  public Registrations text(String text) {
    this.text = text;
    return this;
  }

  public Registrations anonymous() {
    anonymous = true;
    parties.removeIf(party -> party.role() == PartyRole.PETITIONER);
    return this;
  }

  public Registrations onlyPetitioners(NewParty... petitioners) {
    parties.removeIf(party -> party.role() == PartyRole.PETITIONER);
    parties.addAll(List.of(petitioners));
    return this;
  }

  public Registrations representatives(int count) {
    return onlyPetitioners(IntStream.range(0, count)
        .mapToObj(i -> new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, "代表" + i, "", "", "", "", true, false))
        .toArray(NewParty[]::new));
  }

  public Registrations against(PartyKind kind, String name) {
    demandClass = DemandClass.REPORT;
    parties.add(NewParty.named(PartyRole.RESPONDENT, kind, name));
    return this;
  }

  public Registrations points(String... points) {
    this.points = List.of(points);
    return this;
  }

  public Registrations attachment(String name, byte[] content) {
    attachments.add(new Upload(name, content));
    return this;
  }

  public RegisterCase command() {
    return new RegisterCase(CaseKind.PETITION, channel, demandClass, receivedOn, unit, territory, title, text,
        anonymous,
        parties, points, List.copyOf(attachments));
  }
}
