package org.petitiondesk.designer.web;

import org.petitiondesk.designer.ModelCatalog;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.web.NavigationEntry;
import org.springframework.stereotype.Component;

/** Designers and leaders of petition offices find the models in the navigation, and how many drafts wait for them. */
@Component
class DesignerEntry implements NavigationEntry {

  private final ModelCatalog models;

  DesignerEntry(ModelCatalog models) {
    this.models = models;
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
    return models.waitingFor(reader);
  }
}
