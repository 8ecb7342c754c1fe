package io.quanmin.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Somebody's phone, 390 by 844, with the mini-program open in it. What goes wrong on its pages, and what they ask of strangers, is kept. */
@CanIgnoreReturnValue
final class Phone implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

    /** No picture on its way, and nothing moving that will ever stop. */
    private static final String STILL = """
            [...document.images].every(each => each.complete) && document.getAnimations().every(each =>
              each.playState !== 'running' || each.effect.getTiming().iterations === Infinity)""";

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final String name;
    private final List<String> errors = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();
    private int shots;

    Phone(Browser browser, String home, String name) {
        this.home = home;
        this.name = name;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setPermissions(List.of("geolocation"))
                .setGeolocation(30.2712, 120.1318));
        context.setDefaultTimeout(20_000);
        page = context.newPage();
        page.onPageError(errors::add);
        page.onRequest(request -> watch(request.url()));
        page.onWebSocket(socket -> watch(socket.url()));
        page.navigate(home);
    }

    private void watch(String url) {
        String host = URI.create(url.replaceFirst("[?#].*$", "")).getHost();
        if (host != null && !HERE.contains(host)) {
            strangers.add(url);
        }
    }

    /** Becomes a user of the demo city. */
    Phone as(String user) {
        tap("demo-switch");
        tap("demo-user-" + user);
        page.getByTestId("demo-users").waitFor(hidden());
        PlaywrightAssertions.assertThat(page.getByTestId("demo-current")).not().containsText("正在切换");
        return this;
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }

    Phone open(String path) {
        page.navigate(home + "#/" + path);
        return this;
    }

    Phone tap(String testId) {
        find(testId).click();
        return this;
    }

    /** Taps the first of them until there is none left. */
    Phone tapEach(String selector) {
        Locator left = page.locator(selector).locator("visible=true");
        while (left.count() > 0) {
            left.first().click();
        }
        return this;
    }

    Phone write(String testId, String text) {
        find(testId).locator("input, textarea").first().fill(text);
        return this;
    }

    Phone choosePhoto(Path photo) {
        page.waitForFileChooser(() -> tap("photo-album")).setFiles(photo);
        find("photo-sent").last().waitFor();
        return this;
    }

    /** Into one of several pickers, such as {@code before}, which stands in what is called {@code befores}. */
    Phone choosePhoto(String picker, Path photo) {
        page.waitForFileChooser(() -> tap(picker + "-album")).setFiles(photo);
        page.getByTestId(picker + "s").getByTestId("photo-sent").last().waitFor();
        return this;
    }

    Locator find(String testId) {
        return page.getByTestId(testId).locator("visible=true").first();
    }

    boolean sees(String testId) {
        return page.getByTestId(testId).locator("visible=true").count() > 0;
    }

    /** Waits until the page says so. */
    Phone reads(String text) {
        page.getByText(text).locator("visible=true").first().waitFor();
        return this;
    }

    /** Waits until nothing is being fetched or moved any more. */
    Phone settle() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForFunction(STILL);
        return this;
    }

    /** Keeps a picture of what is on the screen under target/screenshots. */
    Phone shoot(String what) {
        Path file = SCREENSHOTS.resolve("%s-%02d-%s.png".formatted(name, ++shots, what));
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return this;
    }

    /** What can be read on the page. */
    String words() {
        return page.locator("uni-page-body").locator("visible=true").first().innerText();
    }

    /** Whether everything fits the width of the screen. */
    boolean fits() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
    }

    /** Where something begins, in pixels from the top of the screen. */
    double top(String testId) {
        return find(testId).boundingBox().y;
    }

    int count(String selector) {
        return page.locator(selector).count();
    }

    List<String> strangers() {
        return strangers;
    }

    List<String> errors() {
        return errors;
    }

    String address() {
        return page.url();
    }

    @Override
    public void close() {
        context.close();
    }
}
