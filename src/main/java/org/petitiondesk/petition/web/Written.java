package org.petitiondesk.petition.web;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text that somebody writes: kept as it is given, if it is not too long and holds no NUL, which no database keeps. */
@Size(message = "{petition.form.too-long}")
@Pattern(regexp = "[^\\x00]*", message = "{petition.form.unstorable}")
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface Written {

  @OverridesAttribute(constraint = Size.class, name = "max")
  int max() default 10_000;

  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
