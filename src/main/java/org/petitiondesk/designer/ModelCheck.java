package org.petitiondesk.designer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.designer.ModelHead.Unreadable;
import org.petitiondesk.engine.ModelFinding;
import org.petitiondesk.engine.ModelFinding.Reason;
import org.petitiondesk.engine.ModelGuard;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.ModelNode;
import org.petitiondesk.engine.ModelTrial;
import org.petitiondesk.engine.ShippedModel;
import org.petitiondesk.engine.ShippedModels;
import org.petitiondesk.engine.SpineContract;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Everything that keeps a draft from being published, asked on every save and once more before it is published: the
 * guard, what the desk relies on in its own models, a page for each task, and whether the engine can read it.
 */
@Component
class ModelCheck {

  private final ModelGuard guard;
  private final ModelTrial trial;
  private final ShippedModels shipped;
  private final Supplier<Set<Page>> pages;

  ModelCheck(ModelGuard guard, ModelTrial trial, ShippedModels shipped) {
    this.guard = guard;
    this.trial = trial;
    this.shipped = shipped;
    this.pages = SingletonSupplier.of(this::loadPages);
  }

  /** Empty for a draft that may be submitted. */
  List<ModelFinding> check(ModelKind kind, String key, String source) {
    var findings = new ArrayList<>(guard.check(kind.file(key), source.getBytes(StandardCharsets.UTF_8)));
    var readable = findings.stream().noneMatch(finding -> Set.of(Reason.UNREADABLE, Reason.TOO_LARGE, Reason.NO_MODEL)
        .contains(finding.reason()));
    if (readable) {
      ownRules(kind, key, source, findings);
    }
    if (findings.isEmpty()) {
      findings.addAll(trial.check(kind, key, source));
    }
    return findings;
  }

  private void ownRules(ModelKind kind, String key, String source, List<ModelFinding> findings) {
    try {
      var heads = ModelHead.of(kind, source);
      if (heads.size() != 1 || !heads.get(0).key().equals(key)) {
        findings.add(0, new ModelFinding(key, Reason.OTHER_KEY, "file", 0));
      }
      if (kind != ModelKind.FORM) {
        var model = ModelHead.read(source);
        shipped.find(kind, key).ifPresent(own -> findings.addAll(SpineContract.broken(own, model)));
        tasks(model).filter(task -> task.ofEngine("formRef").isEmpty())
            .filter(task -> !pages.get().contains(Page.of(key, task))).forEach(task -> findings
                .add(new ModelFinding(name(task), Reason.NO_FORM, task.place(), task.line())));
      }
    } catch (Unreadable e) {
      findings.add(e.finding());
    }
  }

  /** Each task that the desk brings has a page behind it, which finishes this task and no other one. */
  private Set<Page> loadPages() {
    return shipped.all().stream().filter(model -> model.kind() == ModelKind.BPMN).flatMap(model -> {
      try {
        return tasks(ModelHead.read(model.source())).map(task -> Page.of(model.key(), task));
      } catch (Unreadable e) {
        throw new IllegalStateException(e);
      }
    }).filter(page -> !page.form().isEmpty()).collect(Collectors.toSet());
  }

  private static Stream<ModelNode> tasks(ModelNode model) {
    return model.all().filter(node -> node.local().equals("userTask"));
  }

  private static String name(ModelNode task) {
    return Optional.of(task.attribute("name")).filter(name -> !name.isBlank()).orElseGet(task::place);
  }

  private record Page(String process, String task, String form) {

    static Page of(String process, ModelNode task) {
      return new Page(process, task.attribute("id"), task.ofEngine("formKey"));
    }
  }
}
