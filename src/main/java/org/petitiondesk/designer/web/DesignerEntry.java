package org.petitiondesk.designer.web;

import org.petitiondesk.designer.MigrationService;
import org.petitiondesk.designer.ModelCatalog;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.web.NavigationEntry;
import org.springframework.stereotype.Component;

/** Designers and leaders of petition offices find the models in the navigation, and how much waits for their decision. */
@Component
class DesignerEntry implements NavigationEntry {

  private final ModelCatalog models;
  private final MigrationService migrations;

  DesignerEntry(ModelCatalog models, MigrationService migrations) {
    this.models = models;
    this.migrations = migrations;
  }

  @Override
  public String section() {
    return "/designer";
  }

  @Override
  public boolean isFor(Actor reader) {
    return models.isReader(reader);
  }

  @Override
  public int waiting(Actor reader) {
    return models.waitingFor(reader) + migrations.waitingFor(reader);
  }
}
