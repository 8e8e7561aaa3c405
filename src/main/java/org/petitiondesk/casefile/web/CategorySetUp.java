package org.petitiondesk.casefile.web;

import java.util.List;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.web.SetUpStep;
import org.springframework.stereotype.Component;

/** The categories come with the desk; a province has its own sheet of them. */
@Component
class CategorySetUp implements SetUpStep {

  private final Categories categories;

  CategorySetUp(Categories categories) {
    this.categories = categories;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String page() {
    return "categories";
  }

  @Override
  public String name() {
    return "casefile.categories.title";
  }

  @Override
  public long count() {
    return categories.all().size();
  }

  @Override
  public List<Gap> gaps() {
    return categories.all().isEmpty() ? List.of(Gap.of("casefile.categories.gap")) : List.of();
  }
}
