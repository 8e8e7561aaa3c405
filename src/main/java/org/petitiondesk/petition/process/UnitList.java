package org.petitiondesk.petition.process;

import java.util.List;
import org.petitiondesk.engine.ModelBean;
import org.springframework.stereotype.Component;

/** {@code ${unitList.of(coUnits)}} in a model: the unit ids of a comma-separated fact, one instance for each. */
@Component("unitList")
public class UnitList implements ModelBean {

  public List<String> of(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }
}
