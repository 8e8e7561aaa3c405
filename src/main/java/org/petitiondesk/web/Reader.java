package org.petitiondesk.web;

import org.petitiondesk.kernel.Actor;

/** What the principal of a log-in implements, so that the layout can greet the person by name. */
public interface Reader {

  Actor actor();
}
