package org.petitiondesk.notice;

/** The mail server says that it will never deliver to this address. Trying again is of no use; somebody must look. */
class AddressRefused extends Exception {

  AddressRefused(Exception cause) {
    super(cause);
  }
}
