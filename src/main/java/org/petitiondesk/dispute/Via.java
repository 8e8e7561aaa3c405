package org.petitiondesk.dispute;

/** How a side said something: at the office, where it was written down, or itself on its public page. */
public enum Via {
  OFFICE, PORTAL
}
