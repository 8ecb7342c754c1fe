package io.quanmin.local.browser;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, and the built pages it is to show. Where either is missing the tests are skipped, with the reason. */
final class Chromium implements AutoCloseable {

    /** As the names {@code .ci/run} takes for good. */
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Says whether there is anything to test with; asked before a city is started. */
    static void assumeThere() {
        assumeThat(onPath()).as("one of %s is on PATH", NAMES).isPresent();
        assumeThat(Chromium.class.getResource("/static/m/index.html"))
                .as("the pages are built")
                .isNotNull();
    }

    private static Optional<Path> onPath() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return NAMES.stream().flatMap(name -> everywhere(path, name)).findFirst();
    }

    private static Stream<Path> everywhere(String path, String name) {
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }

    static Chromium start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setExecutablePath(onPath().orElseThrow())
                .setArgs(FLAGS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** A new phone of somebody of the demo city. */
    Phone phone(String home, String name, String user) {
        return new Phone(browser, home, name).as(user);
    }

    /** A desk with the console open, in light or in dark. */
    Desk desk(String home, String name, boolean dark) {
        return new Desk(browser, home, name, dark);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
