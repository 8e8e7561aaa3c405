package org.petitiondesk.casefile;

import java.time.Instant;
import org.petitiondesk.kernel.CaseId;

/**
 * What the petitioner takes away. The secret is said here; the register keeps only its keyed hash.
 *
 * @param code number in the register, XF2026-000123
 * @param trackingCode what the petitioner follows the case by, together with the secret
 * @param proof of what was handed in and when, signed by the installation
 */
public record Receipt(CaseId id, String code, String trackingCode, String secret, Instant registeredAt,
    ReceiptProof proof) {}
