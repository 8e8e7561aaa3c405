package org.petitiondesk.designer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.engine.ModelFinding;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Models that a designer drew with another program: each becomes a draft that waits for approval, all of them or none. */
@Service
@Transactional
public class HandIn {

  private static final int NOTE = 500;

  private final DraftService drafts;
  private final DraftTable table;

  HandIn(DraftService drafts, DraftTable table) {
    this.drafts = drafts;
    this.table = table;
  }

  /** A model as it came. */
  public record File(String name, byte[] content) {}

  /**
   * What the designer alone has drawn of the same model, and nobody has approved yet, is replaced.
   *
   * @param name what the designer calls the change
   * @throws HandInRefused with everything that may not run, when there is something
   */
  public List<Draft> handIn(String name, List<File> files, Actor actor) {
    if (files.isEmpty()) {
      throw Refused.because("designer.refused.no-file");
    }
    var note = "Modeler: " + name.strip();
    var findings = new LinkedHashMap<String, List<ModelFinding>>();
    var begun = new ArrayList<DraftId>();
    for (var file : files) {
      try {
        var draft = drafts.get(draft(file, actor), actor);
        var found = drafts.findings(draft);
        if (found.isEmpty()) {
          begun.add(draft.id());
        } else {
          findings.put(file.name(), found);
        }
      } catch (NotWellFormed unreadable) {
        findings.put(file.name(), List.of(unreadable.finding()));
      }
    }
    if (!findings.isEmpty()) {
      throw new HandInRefused(findings);
    }
    begun.forEach(id -> drafts.submit(id, table.get(id).version(),
        note.substring(0, Math.min(NOTE, note.length())), actor));
    return begun.stream().map(id -> drafts.get(id, actor)).toList();
  }

  private DraftId draft(File file, Actor actor) {
    own(file, actor).ifPresent(draft -> drafts.discard(draft.id(), draft.version(), "", actor));
    return drafts.fromFile(file.name(), file.content(), actor);
  }

  private Optional<Draft> own(File file, Actor actor) {
    return ModelKind.ofFile(file.name()).flatMap(kind -> table.open(kind, DraftService.keyOf(kind, file.content())))
        .filter(draft -> draft.author().equals(actor.id()))
        .filter(draft -> Set.of(DraftState.DRAFT, DraftState.SUBMITTED).contains(draft.state()))
        .map(draft -> table.get(draft.id())).filter(draft -> draft.writers().equals(Set.of(actor.id())));
  }
}
