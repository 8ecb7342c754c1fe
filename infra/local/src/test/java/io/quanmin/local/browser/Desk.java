package io.quanmin.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Somebody's desk with the console open in a browser, 1440 by 900. What goes wrong on its pages, what its policy refuses, and what
 * they ask of strangers, is kept.
 */
@CanIgnoreReturnValue
final class Desk implements AutoCloseable {

    /** What everybody of the demo city's staff logs in with. */
    private static final String PASSWORD = "Yunxi-2026-demo";

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int NARROW = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The page is there, and nothing of it is still on its way. */
    private static final String STILL = """
            document.querySelector('h1') && !document.querySelector('.bones') &&
              [...document.images].every(each => each.loading === 'lazy' || each.complete)""";

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final String name;
    private final List<String> errors = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();
    private int shots;

    Desk(Browser browser, String home, String name, boolean dark) {
        this.home = home;
        this.name = name;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        context.setDefaultTimeout(PATIENCE.toMillis());
        page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                errors.add(message.text());
            }
        });
        page.onRequest(request -> watch(request.url()));
    }

    private void watch(String url) {
        String host = URI.create(url.replaceFirst("[?#].*$", "")).getHost();
        if (host != null && !HERE.contains(host)) {
            strangers.add(url);
        }
    }

    /** Logs in as people do. */
    Desk login(String login) {
        page.navigate(home + "login");
        page.locator("input[autocomplete=username]").fill(login);
        page.locator("input[type=password]").fill(PASSWORD);
        page.locator("button[type=submit], form button").first().click();
        page.waitForURL(url -> !url.contains("/login"));
        return this;
    }

    Desk open(String path) {
        page.navigate(home + path);
        return this;
    }

    Desk tap(String testId) {
        find(testId).click();
        return this;
    }

    Desk press(String key) {
        page.keyboard().press(key);
        return this;
    }

    Desk write(String testId, String text) {
        find(testId).fill(text);
        return this;
    }

    Desk choose(String testId, String value) {
        find(testId).selectOption(value);
        return this;
    }

    Desk file(String testId, Path... files) {
        page.getByTestId(testId).setInputFiles(files);
        return this;
    }

    Locator find(String testId) {
        return page.getByTestId(testId).locator("visible=true").first();
    }

    Locator all(String selector) {
        return page.locator(selector);
    }

    /** Waits until the page says so. */
    Desk reads(String text) {
        page.getByText(text).locator("visible=true").first().waitFor();
        return this;
    }

    /** Waits until nothing is on its way any more. Asked from here: the pages' policy lets nobody poll inside them. */
    Desk settle() {
        page.waitForLoadState(LoadState.LOAD);
        Instant end = Instant.now().plus(PATIENCE);
        while (!Boolean.TRUE.equals(page.evaluate(STILL))) {
            assertThat(Instant.now()).as("the page comes to rest").isBefore(end);
            page.waitForTimeout(100);
        }
        return this;
    }

    /** A picture of the page as it is, and of the same on a narrow desk; both keep to the width and to WCAG 2.2 AA. */
    Desk shoot(String what) {
        shots++;
        page.setViewportSize(NARROW, 768);
        keeps(what + "-narrow");
        page.setViewportSize(1440, 900);
        return keeps(what);
    }

    private Desk keeps(String what) {
        settle();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("desk-%s-%02d-%s.png".formatted(name, shots, what))));
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits the width", what)
                .isTrue();
        assertThat(violations()).as(what).isEmpty();
        return this;
    }

    /** What breaks WCAG 2.2 AA on the page as it is. */
    List<String> violations() {
        return new AxeBuilder(page)
                .withTags(WCAG_22_AA).analyze().getViolations().stream()
                        .map(Desk::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }

    /** The page as it is printed: a file under target/screenshots. */
    Desk print(String what) {
        page.pdf(new Page.PdfOptions().setPath(SCREENSHOTS.resolve("desk-%s-%s.pdf".formatted(name, what))));
        return this;
    }

    Page page() {
        return page;
    }

    List<String> errors() {
        return errors;
    }

    List<String> strangers() {
        return strangers;
    }

    @Override
    public void close() {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("desk-%s-last.png".formatted(name))));
        context.close();
    }
}
