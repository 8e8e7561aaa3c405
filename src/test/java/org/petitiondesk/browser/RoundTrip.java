package org.petitiondesk.browser;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.petitiondesk.DeskProcess;
import org.petitiondesk.demo.DemoOrganisation;

/**
 * Opens models on the drawing page, saves them and compares what came out with what stock bpmn-js keeps, element by
 * element. {@code ./mvnw -q -Proundtrip -Dmodels=DIR} prints one line per model and ends with 1 when one lost something.
 */
final class RoundTrip {

  /** Milliseconds for one model; the largest opens in under two seconds. */
  private static final int PATIENCE = 20_000;

  /** Made with the front end and not served. */
  private static final Path COMPARISON = Path.of("target/roundtrip.js");

  private final Page page;

  /** What a model lost; a model that did not open has lost the whole of itself. */
  record Trip(String model, boolean opened, List<String> lost) {

    boolean isWhole() {
      return opened && lost.isEmpty();
    }

    @Override
    public String toString() {
      return (isWhole() ? "whole " : opened ? "lost " : "unopened ") + model
          + (lost.isEmpty() ? "" : ": " + String.join("; ", lost));
    }
  }

  /** A new draft of a process on this page. */
  RoundTrip(Page page, String desk) {
    this.page = page;
    page.navigate(desk + "/login");
    page.locator("[name=username]").fill("designer");
    page.locator("[name=password]").fill(DemoOrganisation.PASSWORD);
    page.locator("form[action$='/login'] button.btn-primary").click();
    page.waitForURL(url -> !url.endsWith("/login"));
    page.navigate(desk + "/designer/drafts/new");
    page.locator("input[name=kind][value=BPMN]").check();
    page.locator("[name=name]").fill("往返");
    page.locator("[name=key]").fill("round_trip");
    page.locator("form[action$='/designer/drafts/new'] button.btn-primary").click();
    await("draft");
    page.onDialog(Dialog::accept);
    page.evaluate("(() => { " + read(COMPARISON) + " window.roundTrip = roundTrip; })()");
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean whole;
    var data = Files.createTempDirectory("petition-desk-round-trip");
    try (var desk = DeskProcess.serve(data); var chromium = Chromium.start(); var window = chromium.desktop()) {
      var trip = new RoundTrip(window.newPage(), desk.address().toString());
      var trips = models(Path.of(System.getProperty("models"))).stream().map(trip::of).peek(System.out::println)
          .toList();
      whole = !trips.isEmpty() && trips.stream().allMatch(Trip::isWhole);
    }
    System.exit(whole ? 0 : 1);
  }

  /** The BPMN files of a folder and all below it. */
  static List<Path> models(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  Trip of(Path model) {
    var name = model.getFileName().toString();
    page.locator("[data-part=file]").setInputFiles(model);
    try {
      await(name);
    } catch (TimeoutError notOpened) {
      return new Trip(name, false, List.of());
    }
    var saved = page.waitForDownload(() -> page.locator("[data-act=export]").click());
    @SuppressWarnings("unchecked")
    var lost = (List<String>) page.evaluate("([before, after]) => roundTrip.lost(before, after)",
        List.of(read(model), read(saved.path())));
    return new Trip(name, true, lost);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(String opened) {
    page.waitForSelector("[data-opened=\"" + opened + "\"]",
        new WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED).setTimeout(PATIENCE));
  }
}
