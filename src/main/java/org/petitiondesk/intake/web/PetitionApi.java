package org.petitiondesk.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.intake.Lodging;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Units;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Petitions from other systems. */
@RestController
@RequestMapping("/api/v1/petitions")
@Tag(name = "petitions", description = "Petitions from other systems")
class PetitionApi {

  private static final String PROBLEM = "application/problem+json";

  private final Lodging lodging;
  private final CaseFiles files;
  private final Units units;
  private final Clock clock;

  PetitionApi(Lodging lodging, CaseFiles files, Units units, Clock clock) {
    this.lodging = lodging;
    this.files = files;
    this.units = units;
    this.clock = clock;
  }

  @PostMapping
  @PreAuthorize("hasRole('API')")
  @Operation(summary = "Put a petition on the register", description = "Registers the petition and starts its handling; the answer is its receipt.")
  @ApiResponse(responseCode = "201", description = "On the register; the same answer for the same Idempotency-Key")
  @ApiResponse(responseCode = "400", description = "Not readable", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
  @ApiResponse(responseCode = "401", description = "Without a valid key", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
  @ApiResponse(responseCode = "409", description = "The Idempotency-Key was used for another content", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
  @ApiResponse(responseCode = "422", description = "Refused; the sentence says why, and nothing was registered", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
  ResponseEntity<LodgedPetition> lodge(@Valid @RequestBody LodgePetitionRequest request,
      @Parameter(description = "A text of at most 100 characters of your choice, new for each petition: when the "
          + "answer is lost, send the same again with the same key.") @RequestHeader(name = "Idempotency-Key", required = false) Optional<String> key,
      Actor actor) {
    if (key.filter(text -> text.isBlank() || text.length() > Lodging.LONGEST_KEY).isPresent()) {
      throw Refused.because("intake.refused.key", Lodging.LONGEST_KEY);
    }
    var command = request.toCommand(Dates.today(clock), lodging.officeFor(request.territory()));
    var receipt = lodging.fromProgram(key, request, command, actor);
    return ResponseEntity.created(URI.create("/api/v1/petitions/" + receipt.trackingCode()))
        .body(LodgedPetition.of(receipt));
  }

  @GetMapping("/{trackingCode}")
  @PreAuthorize("hasRole('API')")
  @Operation(summary = "Where a petition stands")
  @ApiResponse(responseCode = "200", description = "Found")
  @ApiResponse(responseCode = "404", description = "No such tracking code, a wrong secret, or too many wrong ones shortly before: all look alike", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
  PetitionProgress progress(
      @Parameter(description = "The tracking code of the receipt, with or without its hyphens.") @PathVariable String trackingCode,
      @Parameter(description = "The six digits of the receipt.") @RequestParam String secret,
      Actor actor) {
    var file = files.track(trackingCode, secret, actor).map(files::get)
        .orElseThrow(() -> new NotFound("intake.not-found.tracking"));
    return file.isReport()
        ? PetitionProgress.ofReport(file)
        : PetitionProgress.of(file, file.leadUnit().map(units::name).orElse(null), files.proof(file.id()));
  }
}
