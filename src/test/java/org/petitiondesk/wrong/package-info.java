/** Examples of what the rules of {@code LayerTests} refuse. No Spring stereotypes on beans: tests scan this package. */
package org.petitiondesk.wrong;
