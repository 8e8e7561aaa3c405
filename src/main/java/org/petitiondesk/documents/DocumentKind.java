package org.petitiondesk.documents;

/** What a file is for. */
public enum DocumentKind {
  /** Handed in by the petitioner. */
  MATERIAL,
  /** Found by the unit that handles the matter. */
  EVIDENCE,
  /** Shows that a letter arrived. */
  PROOF,
  /** Shown by the module that keeps it, to whom it says so: never among the files of its case. */
  RESTRICTED
}
