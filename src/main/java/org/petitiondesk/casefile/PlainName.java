package org.petitiondesk.casefile;

import java.text.Normalizer;

/**
 * A name as it is compared: 张 三, 张　三 and 张三 are one name, and so are wide and narrow letters, and the dots between the
 * parts of a name (艾力·买买提). Whatever changes here needs a migration of what is at rest, like {@link PlainNames}.
 */
public final class PlainName {

  private PlainName() {}

  public static String of(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "").replaceAll("[•・‧∙⋅]", "·");
  }
}
