package org.petitiondesk.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.documents.Upload;

@Schema(description = "A petition to be put on the register. Texts are kept exactly as they are sent.")
record LodgePetitionRequest(
    @Schema(description = "SUGGESTION: something to improve. REPORT: about a person or unit, shown only to those who "
        + "deal with it. CLAIM: something asked for or complained about.", example = "CLAIM") @NotNull(message = "{intake.refused.demand-class}") DemandClass demandClass,
    @Schema(description = "The day on which it was received, not in the future; today when left out.", example = "2026-03-02") LocalDate receivedOn,
    @Schema(description = "Id of the place that it is about: district, street, community or grid.", example = "liuyin-guihua") @NotBlank(message = "{casefile.refused.territory}") String territory,
    @Schema(description = "What it is about, in one line of at most 300 characters.", example = "楼下餐馆油烟直排") @NotBlank(message = "{casefile.refused.required.title}") String title,
    @Schema(description = "The whole story, at most 20,000 characters.") @NotBlank(message = "{casefile.refused.required.text}") String text,
    @Schema(description = "True when the petitioner gives no name; then there are no petitioners.") boolean anonymous,
    @Schema(description = "Who asks: at least one unless anonymous.") List<Petitioner> petitioners,
    @Schema(description = "Persons or units that it is about.") List<Respondent> respondents,
    @Schema(description = "What is asked for, one by one, at most 30 of at most 2,000 characters; the title when left "
        + "out.") List<String> demandPoints,
    @Schema(description = "Files. The type is told from the content; a file that is not what its name says is "
        + "refused.") List<Attachment> attachments) {

  LodgePetitionRequest {
    territory = Typed.text(territory);
    title = Typed.text(title);
    text = Typed.text(text);
    petitioners = Typed.rows(petitioners);
    respondents = Typed.rows(respondents);
    demandPoints = Typed.rows(demandPoints);
    attachments = Typed.rows(attachments);
  }

  @Schema(description = "Somebody who asks. Everything but the name may be left out.")
  record Petitioner(
      @Schema(description = "PERSON when left out.") PartyKind kind,
      @Schema(description = "Name, at most 300 characters.", example = "张秋月") String name,
      @Schema(description = "Number of the identity card; stored encrypted.") String identityNumber,
      @Schema(description = "Telephone; stored encrypted.") String phone,
      @Schema(description = "E-mail address; stored encrypted.") String email,
      @Schema(description = "Postal address; stored encrypted.") String address,
      @Schema(description = "Speaks for the others; at most five do.") boolean representative,
      @Schema(description = "Agreed to receive letters by e-mail.") boolean electronicConsent) {

    NewParty toParty() {
      return new NewParty(PartyRole.PETITIONER, kind == null ? PartyKind.PERSON : kind, Typed.text(name),
          Typed.text(identityNumber), Typed.text(phone), Typed.text(email), Typed.text(address), representative,
          electronicConsent);
    }
  }

  @Schema(description = "A person or unit that the petition is about.")
  record Respondent(
      @Schema(description = "ORGANISATION when left out.") PartyKind kind,
      @Schema(description = "Name, at most 300 characters; a unit by its full name, so that a report is kept from it.", example = "区城市管理局") String name) {

    NewParty toParty() {
      return NewParty.named(PartyRole.RESPONDENT, kind == null ? PartyKind.ORGANISATION : kind, Typed.text(name));
    }
  }

  @Schema(description = "A file.")
  record Attachment(
      @Schema(description = "Name with its ending.", example = "照片.jpg") String fileName,
      @Schema(description = "The content in base64.") byte[] content) {

    Upload toUpload() {
      return new Upload(Typed.text(fileName), content == null ? new byte[0] : content);
    }
  }

  RegisterCase toCommand(LocalDate today, String office) {
    var parties = new ArrayList<NewParty>();
    petitioners.forEach(petitioner -> parties.add(petitioner.toParty()));
    respondents.forEach(respondent -> parties.add(respondent.toParty()));
    return new RegisterCase(CaseKind.PETITION, Channel.API, demandClass, receivedOn == null ? today : receivedOn,
        office, territory, title, text, anonymous, parties, demandPoints,
        attachments.stream().map(Attachment::toUpload).toList());
  }
}
