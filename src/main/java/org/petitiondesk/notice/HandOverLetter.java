package org.petitiondesk.notice;

import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.Upload;

/** A letter on paper has reached its recipient. */
public record HandOverLetter(DeliveryMethod method, LocalDate on, String proof, Optional<Upload> evidence) {}
