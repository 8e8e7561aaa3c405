package org.petitiondesk.petition;

import java.time.LocalDate;
import java.util.List;
import org.petitiondesk.documents.Upload;

/**
 * The ruling of a joint meeting (联席会议).
 *
 * @param minutes exactly one file, the signed minutes
 */
public record RecordJointMeeting(RuleObjection ruling, LocalDate heldOn, String participants, List<Upload> minutes) {}
