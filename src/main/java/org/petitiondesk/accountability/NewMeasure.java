package org.petitiondesk.accountability;

import java.time.LocalDate;

/**
 * A measure that a notice orders.
 *
 * @param owner account of the unit
 * @param dueOn last day; null where the form was left empty, which is refused
 * @param proof by what it will be seen that it is done
 */
public record NewMeasure(String text, String owner, LocalDate dueOn, String proof) {}
