/** The counter, the public form and the API. */
package org.petitiondesk.intake.web;
