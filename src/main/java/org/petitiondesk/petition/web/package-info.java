/** The case page, the forms of the work items, and the page on which petitioners follow their own petition. */
package org.petitiondesk.petition.web;
