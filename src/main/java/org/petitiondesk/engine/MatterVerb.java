package org.petitiondesk.engine;

import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * A verb for processes that are drawn without any code: it acts on the matter of its own run and on nothing else, and
 * takes what the designer has filled in from its {@link VerbField}s.
 */
public interface MatterVerb extends JavaDelegate {}
