package org.petitiondesk.petition;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.calendar.ClockStory;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseLink;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.casefile.Party;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.documents.StoredDocument;

/**
 * Everything that a case file (一案一档) holds, as far as its reader may read it.
 *
 * @param parties in full or masked
 * @param inFull whether the reader works on the case: then the letters, which name people, are theirs to read
 * @param entries of the audit chain, oldest first, without who looked at what
 */
public record PetitionContents(CaseFile petition, List<DemandPoint> points, List<Party> parties, List<Note> notes,
    List<ClockStory> clocks, boolean inFull, List<Letter> letters, List<StoredDocument> documents,
    List<CaseLink> links, Optional<String> withdrawal, List<AuditEntry> entries) {}
