package org.petitiondesk.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, driven by Playwright. Nothing is downloaded. */
final class Chromium implements AutoCloseable {

  static final int DESKTOP = 1280;
  static final int PHONE = 390;
  static final int HEIGHT = 850;

  /** Milliseconds; a busy machine is slow, not wrong. */
  private static final int PATIENCE = 60_000;

  private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright = Playwright
        .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync")));
  }

  /** Without a Chromium the story is skipped with one clear line; where CI=true it fails instead. */
  static Chromium start() {
    var found = find();
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      Assertions.fail("CI=true, but there is no Chromium on the PATH: the browser stories can not run");
    }
    Assumptions.assumeTrue(found.isPresent(), "No Chromium on the PATH: browser stories are skipped");
    return new Chromium(found.get());
  }

  BrowserContext desktop() {
    return context(DESKTOP);
  }

  BrowserContext phone() {
    return context(PHONE);
  }

  private BrowserContext context(int width) {
    var context = browser
        .newContext(new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setLocale("zh-CN"));
    context.setDefaultTimeout(PATIENCE);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    return context;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> find() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of)
        .flatMap(folder -> NAMES.stream().map(folder::resolve)).filter(Files::isExecutable)
        .findFirst();
  }
}
