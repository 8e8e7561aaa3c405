package org.petitiondesk.petition;

import java.time.LocalDate;
import org.petitiondesk.documents.DocumentId;

/**
 * What is on record of a joint meeting (联席会议).
 *
 * @param participants units and people, in words
 * @param minutes the signed minutes (会议纪要)
 */
public record JointMeeting(LocalDate heldOn, String participants, DocumentId minutes) {}
