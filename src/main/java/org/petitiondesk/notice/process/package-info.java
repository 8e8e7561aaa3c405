/** What notice_delivery calls. */
package org.petitiondesk.notice.process;
