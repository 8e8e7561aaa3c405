package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.ObjectionRuling;
import org.petitiondesk.petition.RecordJointMeeting;
import org.petitiondesk.petition.RuleObjection;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

record RecordJointMeetingForm(String item,
    @NotNull(message = "{petition.form.required.ruling}") ObjectionRuling ruling, @Written(max = 60) String leadUnit,
    @NotNull(message = "{petition.form.required.day}") @DateTimeFormat(iso = ISO.DATE) LocalDate heldOn,
    @Written String participants, @Written String reason, @Written String basis) {

  RecordJointMeetingForm {
    item = Blank.when(item);
    leadUnit = Blank.when(leadUnit);
    participants = Blank.when(participants);
    reason = Blank.when(reason);
    basis = Blank.when(basis);
  }

  static RecordJointMeetingForm empty(String item, LocalDate today) {
    return new RecordJointMeetingForm(item, null, "", today, "", "", "");
  }

  RecordJointMeeting toCommand(CaseId id, List<Upload> files) {
    return new RecordJointMeeting(new RuleObjection(id, item, ruling, leadUnit, reason, basis), heldOn, participants,
        files);
  }
}
