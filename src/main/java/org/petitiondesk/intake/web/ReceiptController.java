package org.petitiondesk.intake.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.ReceiptProof;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.SigningKey;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The receipt, and the page on which anybody checks one. What is checked here is neither kept nor looked up. */
@Controller
class ReceiptController {

  private static final String OWN_COMMAND = """
      java -jar petition-desk.jar receipt verify "$PROOF" --key receipt-key.pem XF2026-000123.txt *.jpg""";
  private static final String OPENSSL_COMMANDS = """
      printf %s "${PROOF%.*}" > message
      printf %s "${PROOF##*.}" | xxd -r -p > signature
      openssl pkeyutl -verify -pubin -inkey receipt-key.pem -rawin -in message -sigfile signature
      sha256sum XF2026-000123.txt *.jpg""";

  private final CaseFiles files;
  private final SigningKey key;

  ReceiptController(CaseFiles files, SigningKey key) {
    this.files = files;
    this.key = key;
  }

  /** What was just handed in. Opened again, there is nothing to show: the address tells nobody anything. */
  @GetMapping("/receipt")
  @PreAuthorize("permitAll()")
  ModelAndView receipt(Model model) {
    var page = new ModelAndView("intake/receipt");
    if (model.getAttribute("receiptOf") instanceof String id) {
      // In the page itself: there is no address from which somebody else could fetch it.
      var copy = files.lodgedCopy(CaseId.of(id)).text().getBytes(StandardCharsets.UTF_8);
      page.addObject("copy", "data:text/plain;charset=utf-8;base64," + Base64.getEncoder().encodeToString(copy));
    }
    return page;
  }

  @GetMapping("/receipt/check")
  @PreAuthorize("permitAll()")
  ModelAndView check(@RequestParam(required = false) Optional<String> proof) {
    return checked(proof.orElse(""), List.of());
  }

  @PostMapping("/receipt/check")
  @PreAuthorize("permitAll()")
  ModelAndView check(@RequestParam(defaultValue = "") String proof,
      @RequestParam(required = false) List<MultipartFile> files) {
    return checked(proof, Upload.of(files));
  }

  /** The public half of what receipts are signed with. */
  @GetMapping("/receipt/key")
  @PreAuthorize("permitAll()")
  ResponseEntity<String> key() {
    return ResponseEntity.ok().contentType(MediaType.valueOf("application/x-pem-file"))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(SigningKey.FILE).build().toString())
        .body(key.publicKeyInPem());
  }

  private ModelAndView checked(String typed, List<Upload> handed) {
    var proof = ReceiptProof.check(typed, key.publicKey());
    return new ModelAndView("intake/receipt-check").addObject("typed", typed).addObject("proof", proof)
        .addObject("parts", proof.map(valid -> valid.check(handed)).orElse(List.of()))
        .addObject("ownCommand", OWN_COMMAND).addObject("opensslCommands", OPENSSL_COMMANDS);
  }
}
