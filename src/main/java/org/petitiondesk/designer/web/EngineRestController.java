package org.petitiondesk.designer.web;

import java.io.IOException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.petitiondesk.designer.HandIn;
import org.petitiondesk.designer.HandInRefused;
import org.petitiondesk.engine.EngineVersion;
import org.petitiondesk.engine.ModelFinding;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.DeskException;
import org.petitiondesk.web.Show;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * As much of the engine's REST interface as the desktop Modeler uses, in its words: it asks whether somebody is there and
 * deploys. A deployment becomes drafts that wait for approval. Nothing else of the engine can be reached here.
 */
@RestController
@RequestMapping("/engine-rest")
@ConditionalOnProperty("petition-desk.engine-rest")
class EngineRestController {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  private final HandIn handIn;
  private final FindingWords words;
  private final Show show;
  private final Clock clock;

  EngineRestController(HandIn handIn, FindingWords words, Show show, Clock clock) {
    this.handIn = handIn;
    this.words = words;
    this.show = show;
    this.clock = clock;
  }

  /** The Modeler chooses by it what it offers to draw. */
  record Version(String version) {}

  /** @param deployedProcessDefinitions none yet: somebody else approves first */
  record Deployment(String id, String name, String source, String deploymentTime,
      Map<String, Object> deployedProcessDefinitions) {}

  record Problem(String type, String message, Map<String, Details> details) {

    Problem(String type, String message) {
      this(type, message, Map.of());
    }
  }

  record Details(List<Mistake> errors, List<Mistake> warnings) {}

  record Mistake(String message, int line, int column, String mainElementId, List<String> elementIds) {}

  @GetMapping("/version")
  @PreAuthorize(Access.DRAW)
  Version version() {
    return new Version(EngineVersion.current());
  }

  /** The Modeler asks for it to see whether the log-in is right. */
  @GetMapping("/deployment")
  @PreAuthorize(Access.DRAW)
  List<Deployment> deployments() {
    return List.of();
  }

  @PostMapping("/deployment/create")
  @PreAuthorize(Access.DRAW)
  ResponseEntity<?> create(@RequestParam(name = "deployment-name", defaultValue = "") String name,
      MultipartHttpServletRequest request, Actor actor) throws IOException {
    var files = new ArrayList<HandIn.File>();
    for (var parts : request.getMultiFileMap().values()) {
      for (var part : parts) {
        files.add(new HandIn.File(nameOf(part), part.getBytes()));
      }
    }
    try {
      var drafts = handIn.handIn(name, files, actor);
      return ResponseEntity.ok(new Deployment(drafts.get(0).id().toString(), name, "Camunda Modeler",
          MOMENT.format(clock.instant().atZone(Dates.ZONE)), Map.of()));
    } catch (HandInRefused refused) {
      return ResponseEntity.badRequest().body(problem(refused));
    } catch (DeskException refused) {
      var status = refused instanceof Conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
      return ResponseEntity.status(status)
          .body(new Problem("InvalidRequestException", show.sentence(refused.key(), refused.arguments().toArray())));
    }
  }

  @RequestMapping("/**")
  @PreAuthorize(Access.DRAW)
  ResponseEntity<Problem> other() {
    return ResponseEntity.status(HttpStatus.FORBIDDEN)
        .body(new Problem("AuthorizationException", show.sentence("designer.rest.other")));
  }

  private Problem problem(HandInRefused refused) {
    var details = new LinkedHashMap<String, Details>();
    refused.findings().forEach((file, findings) -> details.put(file,
        new Details(findings.stream().map(this::mistake).toList(), List.of())));
    return new Problem("ParseException", details.entrySet().stream()
        .flatMap(file -> file.getValue().errors().stream().map(each -> file.getKey() + ": " + each.message()))
        .collect(Collectors.joining("\n")), details);
  }

  private Mistake mistake(ModelFinding finding) {
    return new Mistake(words.say(finding), finding.line(), 0, finding.element(), List.of(finding.element()));
  }

  private static String nameOf(MultipartFile part) {
    var name = part.getOriginalFilename();
    return name == null || name.isBlank() ? part.getName() : name;
  }
}
