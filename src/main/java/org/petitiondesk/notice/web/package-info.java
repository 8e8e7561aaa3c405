/** The list of outgoing messages, and the forms for what does not go by itself. */
package org.petitiondesk.notice.web;
