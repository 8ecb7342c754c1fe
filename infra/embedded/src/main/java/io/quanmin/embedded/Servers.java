package io.quanmin.embedded;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The servers of one folder, started when first asked for and shared by all applications of this process that hold a
 * {@link Lease}; the last one to give its lease back stops them.
 */
final class Servers {

    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);
    private static final Map<Path, Servers> RUNNING = new HashMap<>();

    private final EmbeddedSettings settings;
    private final Home home;
    private final Programs programs;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private int leases;

    private @Nullable RedisServer redis;
    private @Nullable PostgresServer postgres;
    private @Nullable ObjectStore objects;

    private Servers(EmbeddedSettings settings) {
        this.settings = settings;
        this.home = Home.open(settings.home());
        this.programs = new Programs(
                settings.throwaway() ? Throwaway.programs() : settings.home().resolve("programs"));
        open.push(home);
        if (settings.throwaway()) {
            Throwaway.sweep();
            open.push(() -> FileSystemUtils.deleteRecursively(settings.home()));
        }
    }

    static Lease lease(EmbeddedSettings settings) {
        synchronized (RUNNING) {
            Servers servers = RUNNING.computeIfAbsent(settings.home(), home -> new Servers(settings));
            servers.leases++;
            return new Lease(servers);
        }
    }

    /** Stops everything whoever still uses it: the process ends. */
    static void stopAll() {
        synchronized (RUNNING) {
            List.copyOf(RUNNING.values()).forEach(Servers::stop);
        }
    }

    RedisServer redis() {
        synchronized (RUNNING) {
            if (redis == null) {
                redis = started("Redis", () -> RedisServer.start(home, programs, settings));
            }
            return redis;
        }
    }

    PostgresServer postgres() {
        synchronized (RUNNING) {
            if (postgres == null) {
                postgres = started(
                        "PostgreSQL", () -> PostgresServer.start(home, programs, settings, Unprivileged.here()));
            }
            return postgres;
        }
    }

    ObjectStore objects() {
        synchronized (RUNNING) {
            if (objects == null) {
                objects = started("S3", () -> ObjectStore.start(home, settings));
            }
            return objects;
        }
    }

    private <S extends AutoCloseable> S started(String name, Start<S> start) {
        try {
            S server = start.start();
            open.push(server);
            return server;
        } catch (CannotStart e) {
            throw e;
        } catch (Exception e) {
            throw new CannotStart(
                    "%s 无法启动。 %s cannot be started: %s".formatted(name, name, e.getMessage()),
                    "查看 %s 中的日志。 See the logs in %s.".formatted(settings.home(), settings.home()),
                    e);
        }
    }

    private void giveBack() {
        synchronized (RUNNING) {
            leases--;
            if (leases == 0) {
                stop();
            }
        }
    }

    private void stop() {
        RUNNING.remove(settings.home());
        while (!open.isEmpty()) {
            AutoCloseable next = open.pop();
            try {
                next.close();
            } catch (Exception e) {
                LOG.warn("{} was not stopped in order", next.getClass().getSimpleName(), e);
            }
        }
    }

    @FunctionalInterface
    private interface Start<S> {
        S start() throws Exception;
    }

    /** The right to use the servers, until closed; closing twice is closing once. */
    static final class Lease implements AutoCloseable {

        private final Servers servers;
        private boolean ended;

        private Lease(Servers servers) {
            this.servers = servers;
        }

        Servers servers() {
            return servers;
        }

        @Override
        public synchronized void close() {
            if (!ended) {
                ended = true;
                servers.giveBack();
            }
        }
    }
}
