/** The register as a list, and the parts of it that other pages show. */
package org.petitiondesk.casefile.web;
