package io.quanmin.local.browser;

import io.quanmin.local.RunningCity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A city of a test class's own, and the browser to see it in: both start before its first test and stop after its last. Where
 * the browser or the built pages are missing no city is started and the tests are skipped.
 */
final class BrowserCity implements BeforeAllCallback, AfterAllCallback {

    private final int cases;
    private @Nullable RunningCity city;
    private @Nullable Chromium chromium;

    BrowserCity() {
        this(RunningCity.FEW);
    }

    /** With so many cases in its demo. */
    BrowserCity(int cases) {
        this.cases = cases;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Chromium.assumeThere();
        city = RunningCity.start(cases);
        chromium = Chromium.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (chromium != null) {
            chromium.close();
        }
        if (city != null) {
            city.close();
        }
    }

    /** Where it answers, without a slash at the end. */
    String address() {
        return running().address();
    }

    /** A part of it. */
    <T> T part(Class<T> type) {
        return running().part(type);
    }

    /** A new phone of somebody of it. */
    Phone phone(String name, String user) {
        return Objects.requireNonNull(chromium).phone(address() + "/m/", name, user);
    }

    /** A new desk of somebody who logged in to the console. */
    Desk desk(String name, String login) {
        return desk(name, login, false);
    }

    Desk desk(String name, String login, boolean dark) {
        return strangersDesk(name, dark).login(login);
    }

    /** A new desk at which nobody has logged in. */
    Desk strangersDesk(String name, boolean dark) {
        return Objects.requireNonNull(chromium).desk(address() + "/console/", name, dark);
    }

    private RunningCity running() {
        return Objects.requireNonNull(city);
    }
}
