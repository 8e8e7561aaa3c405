package org.petitiondesk.designer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.petitiondesk.designer.DraftId;
import org.petitiondesk.designer.DraftService;
import org.petitiondesk.designer.NotWellFormed;
import org.petitiondesk.engine.ModelFinding;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.TableRemark;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.DeskException;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Show;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The text of a draft, for the script that draws and for people who take it along as a file. */
@Controller
class SourceController {

  private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

  private final DraftService drafts;
  private final FindingWords words;
  private final RemarkWords remarkWords;
  private final Show show;

  SourceController(DraftService drafts, FindingWords words, RemarkWords remarkWords, Show show) {
    this.drafts = drafts;
    this.words = words;
    this.remarkWords = remarkWords;
    this.show = show;
  }

  /** Says what is wrong with a draft, in words. */
  record Told(String element, int line, String severity, String text) {}

  record Saved(int version, List<Told> findings) {}

  record Problem(String text, List<Told> findings) {}

  @GetMapping("/designer/drafts/{id}/source")
  @PreAuthorize(Access.READ)
  ResponseEntity<String> source(@PathVariable DraftId id, Actor actor) {
    var draft = drafts.get(id, actor);
    return text(draft.kind()).eTag(String.valueOf(draft.version())).body(drafts.source(id, actor));
  }

  /** What the draft was made from: for a new model nothing, 204. */
  @GetMapping("/designer/drafts/{id}/published")
  @PreAuthorize(Access.READ)
  ResponseEntity<String> published(@PathVariable DraftId id, Actor actor) {
    var draft = drafts.get(id, actor);
    return drafts.base(draft).map(source -> text(draft.kind()).body(source))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @GetMapping("/designer/drafts/{id}/file")
  @PreAuthorize(Access.READ)
  ResponseEntity<String> file(@PathVariable DraftId id, Actor actor) {
    var draft = drafts.get(id, actor);
    var disposition = ContentDisposition.attachment().filename(draft.kind().file(draft.key())).build();
    return text(draft.kind()).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .body(drafts.source(id, actor));
  }

  /** Keeps what was drawn: 409 when somebody else has changed the draft, 422 when it can not be read. */
  @PutMapping("/designer/drafts/{id}/source")
  @PreAuthorize(Access.DRAW)
  ResponseEntity<?> save(@PathVariable DraftId id, @RequestHeader(name = HttpHeaders.IF_MATCH) String version,
      HttpServletRequest request, Actor actor) throws IOException {
    var seen = VERSION.matcher(version);
    if (!seen.matches()) {
      return ResponseEntity.badRequest().build();
    }
    // No more is read than a model can have: four bytes for a character.
    var body = new String(request.getInputStream().readNBytes(4 * DraftService.LARGEST + 1), StandardCharsets.UTF_8);
    try {
      var saved = drafts.save(id, Integer.parseInt(seen.group(1)), body, actor);
      return ResponseEntity.ok(new Saved(saved.version(), Stream.concat(saved.findings().stream().map(this::told),
          saved.remarks().stream().map(this::told)).toList()));
    } catch (Conflict conflict) {
      return ResponseEntity.status(HttpStatus.CONFLICT).body(problem(conflict, List.of()));
    } catch (NotWellFormed unreadable) {
      return ResponseEntity.unprocessableEntity().body(problem(unreadable, List.of(told(unreadable.finding()))));
    } catch (Refused refused) {
      return ResponseEntity.unprocessableEntity().body(problem(refused, List.of()));
    }
  }

  private Problem problem(DeskException exception, List<Told> findings) {
    return new Problem(show.sentence(exception.key(), exception.arguments().toArray()), findings);
  }

  private Told told(ModelFinding finding) {
    return new Told(finding.element(), finding.line(), "error", words.say(finding));
  }

  private Told told(TableRemark remark) {
    return new Told(remark.element(), remark.line(), "remark", remarkWords.say(remark));
  }

  /** As plain text also where it is XML: a browser that opens it must not carry out what is in it. */
  private static ResponseEntity.BodyBuilder text(ModelKind kind) {
    var type = kind == ModelKind.FORM
        ? MediaType.APPLICATION_JSON
        : new MediaType("text", "plain",
            StandardCharsets.UTF_8);
    return ResponseEntity.ok().contentType(type).header("X-Content-Type-Options", "nosniff");
  }
}
