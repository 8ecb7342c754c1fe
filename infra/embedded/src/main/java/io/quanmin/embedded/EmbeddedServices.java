package io.quanmin.embedded;

import io.quanmin.embedded.Servers.Lease;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts PostgreSQL, Redis and an S3 store for an application that has no addresses for them, and tells it where they
 * are by the ordinary properties. A service whose address is configured is left alone.
 */
public final class EmbeddedServices implements EnvironmentPostProcessor, Ordered {

    /** After all configuration is read, before anybody checks that it is complete. */
    public static final int ORDER = LOWEST_PRECEDENCE - 100;

    @Override
    public int getOrder() {
        return ORDER;
    }

    /** The folder that holds the data of an application with this environment; in tests it goes with them. */
    public static Path home(Environment environment) {
        return EmbeddedSettings.of(environment).home();
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Missing missing = Missing.in(environment);
        if (!environment.getProperty("quanmin.embedded.enabled", Boolean.class, true) || missing.isNothing()) {
            return;
        }
        EmbeddedSettings settings = EmbeddedSettings.of(environment);
        SpringApplication.getShutdownHandlers().add(Servers::stopAll);
        Lease lease = Servers.lease(settings);
        ClosedLast.by(application, lease);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("embedded services", start(lease, missing, settings)));
    }

    /** Redis first: its program file must be closed before PostgreSQL's processes inherit it ("text file busy"). */
    private static Map<String, Object> start(Lease lease, Missing missing, EmbeddedSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("quanmin.embedded.active", true);
        properties.put("quanmin.embedded.home", settings.home().toString());
        if (missing.redis()) {
            properties.putAll(redis(lease.servers().redis()));
        }
        if (missing.postgres()) {
            properties.put("quanmin.embedded.postgres.active", true);
            properties.putAll(postgres(lease.servers().postgres(), settings.database()));
        }
        if (missing.objects()) {
            properties.putAll(objects(lease.servers().objects()));
        }
        return properties;
    }

    private static Map<String, Object> redis(RedisServer redis) {
        return Map.of(
                "spring.data.redis.host", Ports.HOST,
                "spring.data.redis.port", redis.port(),
                "spring.data.redis.password", redis.password());
    }

    private static Map<String, Object> postgres(PostgresServer postgres, String database) {
        try {
            postgres.createDatabase(database);
        } catch (SQLException e) {
            throw new CannotStart(
                    "数据库 %s 无法建立。 The database %s cannot be made: %s".formatted(database, database, e.getMessage()),
                    "检查 quanmin.embedded.database。 Check quanmin.embedded.database.",
                    e);
        }
        return Map.of(
                "spring.r2dbc.url", postgres.address("r2dbc", database),
                "spring.r2dbc.username", PostgresServer.USER,
                "spring.r2dbc.password", postgres.password(),
                "spring.flyway.url", postgres.address("jdbc", database),
                "spring.flyway.user", PostgresServer.USER,
                "spring.flyway.password", postgres.password());
    }

    private static Map<String, Object> objects(ObjectStore objects) {
        return Map.of(
                "quanmin.media.endpoint", objects.address(),
                "quanmin.media.public-endpoint", objects.address(),
                "quanmin.media.access-key", ObjectStore.ACCESS_KEY,
                "quanmin.media.secret-key", objects.secretKey());
    }

    /** Which addresses nobody configured. */
    private record Missing(boolean postgres, boolean redis, boolean objects) {

        private static final String[] REDIS = {
            "spring.data.redis.url",
            "spring.data.redis.host",
            "spring.data.redis.cluster.nodes",
            "spring.data.redis.sentinel.nodes"
        };

        static Missing in(ConfigurableEnvironment environment) {
            Binder binder = Binder.get(environment);
            return new Missing(
                    lacks(binder, "spring.r2dbc.url"), lacks(binder, REDIS), lacks(binder, "quanmin.media.endpoint"));
        }

        /** As lists, because nodes are: a single address is a list of one, an empty one a list of none. */
        private static boolean lacks(Binder binder, String... alternatives) {
            return Arrays.stream(alternatives)
                    .map(property -> binder.bind(property, Bindable.listOf(String.class)))
                    .allMatch(addresses -> addresses.orElse(List.of()).isEmpty());
        }

        boolean isNothing() {
            return !postgres && !redis && !objects;
        }
    }
}
