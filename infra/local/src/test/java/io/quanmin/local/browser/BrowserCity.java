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

    private @Nullable RunningCity city;
    private @Nullable Chromium chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        Chromium.assumeThere();
        city = RunningCity.start();
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

    private RunningCity running() {
        return Objects.requireNonNull(city);
    }
}
