package org.petitiondesk.designer;

import java.util.Optional;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.PublishedModel;

/**
 * A line of the list of models: in force, being drawn, or both.
 *
 * @param inForce empty for a model that is being drawn for the first time
 * @param offered whether the product now ships a newer one than the published version takes account of
 */
public record ListedModel(ModelKind kind, String key, String name, Optional<PublishedModel> inForce,
    Optional<Draft> draft, boolean offered) {}
