/** Files to take home and letters to print. */
package org.petitiondesk.documents.web;
