package org.petitiondesk.designer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.petitiondesk.designer.ModelHead.Unreadable;
import org.petitiondesk.engine.ModelFinding;
import org.petitiondesk.engine.ModelFinding.Reason;
import org.petitiondesk.engine.ModelGuard;
import org.petitiondesk.engine.ModelKind;
import org.springframework.stereotype.Component;

/** Everything that keeps a draft from being published, asked on every save and once more before it is published. */
@Component
class ModelCheck {

  private final ModelGuard guard;

  ModelCheck(ModelGuard guard) {
    this.guard = guard;
  }

  /** In the order of the lines; empty for a draft that may be submitted. */
  List<ModelFinding> check(ModelKind kind, String key, String source) {
    var findings = new ArrayList<>(guard.check(kind.file(key), source.getBytes(StandardCharsets.UTF_8)));
    try {
      var heads = ModelHead.of(kind, source);
      if (heads.size() != 1 || !heads.get(0).key().equals(key)) {
        findings.add(0, new ModelFinding(key, Reason.OTHER_KEY, "file", 0));
      }
    } catch (Unreadable e) {
      if (findings.isEmpty()) {
        findings.add(e.finding());
      }
    }
    return findings;
  }
}
