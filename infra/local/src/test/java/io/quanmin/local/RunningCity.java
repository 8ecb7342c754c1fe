package io.quanmin.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.Quanmin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything in one process on a port of its own, with a small demo city that has settled. */
public final class RunningCity implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ConfigurableApplicationContext application;

    /** Enough for a journey of one case. */
    public static final int FEW = 8;

    private RunningCity(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** Starts it with a few cases and waits until the demo city is there. */
    public static RunningCity start() {
        return start(FEW);
    }

    /** With so many cases. */
    public static RunningCity start(int cases) {
        RunningCity city = new RunningCity(
                new SpringApplicationBuilder(Quanmin.class).run("--server.port=0", "--quanmin.demo.cases=" + cases));
        city.settle();
        return city;
    }

    private void settle() {
        Path built = Path.of(property("quanmin.embedded.home"), "demo-city-built");
        Instant end = Instant.now().plus(PATIENCE);
        while (!Files.exists(built) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        assertThat(built).exists();
    }

    private String property(String name) {
        return application.getEnvironment().getRequiredProperty(name);
    }

    /** Where it answers, without a slash at the end. */
    public String address() {
        return "http://localhost:" + property("local.server.port");
    }

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return application.getBean(type);
    }

    @Override
    public void close() {
        application.close();
    }
}
