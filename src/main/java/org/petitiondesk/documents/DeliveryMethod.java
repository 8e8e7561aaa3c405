package org.petitiondesk.documents;

/** How a letter reaches its recipient. */
public enum DeliveryMethod {
  EMAIL, POST, IN_PERSON,
  /** Shown on the public follow page, for petitioners of whom no address is known. */
  PORTAL
}
