package org.petitiondesk.engine;

import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;

/** Which engine this is, for programs that draw for it. */
public final class EngineVersion {

  private EngineVersion() {}

  /** {@code 7.24.0} */
  public static String current() {
    return ProductPropertiesUtil.getProductVersion();
  }
}
