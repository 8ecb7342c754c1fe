package io.quanmin.kernel;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Refuses to start a city without its stores: a service that quietly took a default would lose what people report. Also
 * tells Flyway the database's address, so that it is written down once; and asks for the keys that phone numbers are encrypted
 * with, which only the embedded database brings along.
 */
final class AddressesRequired implements EnvironmentPostProcessor, Ordered {

    private static final String DATABASE = "spring.r2dbc.url";
    private static final String MIGRATION = "spring.flyway.url";
    private static final String REDIS_URL = "spring.data.redis.url";
    private static final String REDIS_HOST = "spring.data.redis.host";
    private static final String REDIS_CLUSTER = "spring.data.redis.cluster.nodes";
    private static final String REDIS_SENTINEL = "spring.data.redis.sentinel.nodes";
    private static final List<List<String>> STORES = List.of(
            List.of(DATABASE),
            List.of(REDIS_URL, REDIS_HOST, REDIS_CLUSTER, REDIS_SENTINEL),
            List.of("quanmin.media.endpoint"),
            List.of("quanmin.media.public-endpoint"),
            List.of("quanmin.media.access-key"),
            List.of("quanmin.media.secret-key"));
    private static final Bindable<Map<String, String>> KEYS = Bindable.mapOf(String.class, String.class);
    private static final String EMBEDDED = "quanmin.embedded.postgres.active";
    private static final String PHONE = "quanmin.identity.phone.";

    /** After everybody who may still contribute an address. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Binder binder = Binder.get(environment);
        Predicate<String> isGiven = given(binder);
        List<String> stores = missing(isGiven);
        List<String> keys = environment.getProperty(EMBEDDED, Boolean.class, false) ? List.of() : missingKeys(binder);
        if (!stores.isEmpty() || !keys.isEmpty()) {
            throw new AddressesMissing(stores, keys);
        }
        if (!isGiven.test(MIGRATION)) {
            Map<String, Object> derived = MigrationAddress.of(environment.getRequiredProperty(DATABASE))
                    .properties(
                            environment.getProperty("spring.r2dbc.username"),
                            environment.getProperty("spring.r2dbc.password"));
            environment.getPropertySources().addLast(new MapPropertySource("migration address", derived));
        }
    }

    /** As lists, because nodes are: a single address is a list of one, an empty one a list of none. */
    private static Predicate<String> given(Binder binder) {
        return property -> !binder.bind(property, Bindable.listOf(String.class))
                .orElse(List.of())
                .isEmpty();
    }

    private static List<String> missing(Predicate<String> isGiven) {
        return STORES.stream()
                .filter(alternatives -> alternatives.stream().noneMatch(isGiven))
                .map(List::getFirst)
                .toList();
    }

    private static List<String> missingKeys(Binder binder) {
        Map<String, String> keys = binder.bind(PHONE + "keys", KEYS).orElse(Map.of());
        Stream<String> plain = Stream.of("current", "index-key")
                .map(name -> PHONE + name)
                .filter(given(binder).negate());
        return keys.isEmpty()
                ? Stream.concat(Stream.of(PHONE + "keys.<id>"), plain).toList()
                : plain.toList();
    }
}
