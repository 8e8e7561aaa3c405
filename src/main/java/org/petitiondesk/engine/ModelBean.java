package org.petitiondesk.engine;

/** Marks a bean whose properties and methods a model's expressions may read. */
public interface ModelBean {}
