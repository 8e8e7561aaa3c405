package org.petitiondesk.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler that works on the item which its request names ({@link NamedItem}): a substitute comes in the name of the
 * absent colleague whose item it is. On every other route an item is only mentioned, and nobody acts for anybody by
 * mentioning it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ItemWork {
}
