package io.quanmin.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody's phone, 390 by 844, with the mini-program open in it. What the page logs as an error is kept. */
@CanIgnoreReturnValue
final class Phone implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final String name;
    private final List<String> errors = new ArrayList<>();
    private int shots;

    Phone(Browser browser, String home, String name) {
        this.home = home;
        this.name = name;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(20_000);
        page = context.newPage();
        page.onPageError(errors::add);
        page.navigate(home);
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

    Phone write(String testId, String text) {
        find(testId).locator("input, textarea").first().fill(text);
        return this;
    }

    Phone choosePhoto(Path photo) {
        page.waitForFileChooser(() -> tap("photo-album")).setFiles(photo);
        find("photo-sent").last().waitFor();
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

    /** Keeps a picture of what is on the screen under target/screenshots. */
    Phone shoot(String what) {
        Path file = SCREENSHOTS.resolve("%s-%02d-%s.png".formatted(name, ++shots, what));
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return this;
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
