package org.petitiondesk.intake.web;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;

/** What an officer writes down at the counter. */
record RegisterPetitionForm(String token, @NotBlank(message = "{intake.refused.channel}") String channel,
    @NotBlank(message = "{intake.refused.date}") String receivedOn,
    @NotBlank(message = "{intake.refused.demand-class}") String demandClass,
    @NotBlank(message = "{casefile.refused.territory}") String territory,
    @NotBlank(message = "{casefile.refused.required.title}") String title,
    @NotBlank(message = "{casefile.refused.required.text}") String text, String anonymous,
    List<PetitionerRow> petitioners, List<RespondentRow> respondents, List<PointRow> demandPoints) {

  /** The channels that end at a counter; web and API have their own. */
  static final List<Channel> CHANNELS = List.of(Channel.VISIT, Channel.LETTER, Channel.PHONE, Channel.LEADER_MAILBOX,
      Channel.HOTLINE);

  RegisterPetitionForm {
    token = Typed.text(token);
    channel = Typed.text(channel);
    receivedOn = Typed.text(receivedOn);
    demandClass = Typed.text(demandClass);
    territory = Typed.text(territory);
    title = Typed.text(title);
    text = Typed.text(text);
    anonymous = Typed.text(anonymous);
    petitioners = Typed.rows(petitioners);
    respondents = Typed.rows(respondents);
    demandPoints = Typed.rows(demandPoints);
  }

  static RegisterPetitionForm empty(LocalDate today) {
    return new RegisterPetitionForm(UUID.randomUUID().toString(), "", today.toString(), "", "", "", "", "",
        List.of(PetitionerRow.empty()), List.of(), List.of(new PointRow("")));
  }

  RegisterCase toCommand(String unit, Units units, List<Upload> attachments) {
    var counter = Typed.choice("channel", Channel.class, channel);
    if (!CHANNELS.contains(counter)) {
      throw Refused.at("channel", "intake.refused.choice");
    }
    var parties = new ArrayList<NewParty>();
    if (!isAnonymous()) {
      petitioners.stream().filter(row -> !row.isEmpty()).map(PetitionerRow::toParty).forEach(parties::add);
    }
    respondents.stream().filter(row -> !row.isEmpty()).map(row -> respondent(row, units)).forEach(parties::add);
    return new RegisterCase(CaseKind.PETITION, counter, Typed.choice("demandClass", DemandClass.class, demandClass),
        Typed.day("receivedOn", receivedOn), unit, territory, title, text, isAnonymous(), parties, points(),
        attachments);
  }

  boolean isAnonymous() {
    return anonymous.equals("true");
  }

  private List<String> points() {
    return demandPoints.stream().filter(row -> !row.isEmpty()).map(PointRow::text).toList();
  }

  private static NewParty respondent(RespondentRow row, Units units) {
    if (row.unit().isEmpty()) {
      return NewParty.named(PartyRole.RESPONDENT,
          Typed.choice("respondents", PartyKind.class, row.kind(), PartyKind.PERSON), row.name());
    }
    var name = units.find(row.unit()).map(Unit::name)
        .orElseThrow(() -> Refused.at("respondents", "casefile.refused.unit"));
    return NewParty.named(PartyRole.RESPONDENT, PartyKind.ORGANISATION, name);
  }
}
