/** The forms of the petition's work items and the page on which petitioners follow their own. */
package org.petitiondesk.petition.web;
