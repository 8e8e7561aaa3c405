package org.petitiondesk.dispute;

/** What people fall out about. */
public enum DisputeKind {
  NEIGHBOUR, FAMILY, NOISE, PROPERTY_MANAGEMENT, HOUSE_AND_LAND, WAGES, CONTRACT, DAMAGE, MEDICAL, OTHER
}
