package io.quanmin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quanmin.Quanmin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.mock.env.MockEnvironment;

/** What a service needs to know before it starts. */
@ExtendWith(OutputCaptureExtension.class)
final class AddressesRequiredTest {

    private final AddressesRequired required = new AddressesRequired();

    @Test
    void withoutAddressesTheServiceRefusesToStartInASentence(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(Quanmin.class, "--quanmin.embedded.enabled=false"))
                .isInstanceOf(AddressesMissing.class);
        assertThat(output)
                .contains("Quanmin needs the addresses of its stores, please set spring.r2dbc.url (SPRING_R2DBC_URL),"
                        + " spring.data.redis.url (SPRING_DATA_REDIS_URL),"
                        + " quanmin.media.endpoint (QUANMIN_MEDIA_ENDPOINT),"
                        + " quanmin.media.public-endpoint (QUANMIN_MEDIA_PUBLICENDPOINT),"
                        + " quanmin.media.access-key (QUANMIN_MEDIA_ACCESSKEY),"
                        + " quanmin.media.secret-key (QUANMIN_MEDIA_SECRETKEY).")
                .contains("Quanmin keeps phone numbers encrypted, please set"
                        + " quanmin.identity.phone.keys.<id> (QUANMIN_IDENTITY_PHONE_KEYS_<ID>),"
                        + " quanmin.identity.phone.current (QUANMIN_IDENTITY_PHONE_CURRENT),"
                        + " quanmin.identity.phone.index-key (QUANMIN_IDENTITY_PHONE_INDEXKEY).")
                .contains("缺少存储服务的地址", "手机号须加密保存")
                .doesNotContain("\tat ");
    }

    @Test
    void onlyWhatIsMissingIsNamed() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("spring.r2dbc.url", "r2dbc:postgresql://db/quanmin")
                .withProperty("spring.data.redis.host", "redis");
        assertThatThrownBy(() -> required.postProcessEnvironment(environment, new SpringApplication()))
                .hasMessageContaining("quanmin.media.endpoint")
                .hasMessageNotContaining("spring.r2dbc.url")
                .hasMessageNotContaining("spring.data.redis.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quanmin.media.public-endpoint",
                "quanmin.media.access-key",
                "quanmin.media.secret-key",
                "quanmin.identity.phone.keys.k1",
                "quanmin.identity.phone.current",
                "quanmin.identity.phone.index-key"
            })
    void nothingThatIsNeededIsFoundMissingLater(String property) {
        assertThat(refused(without(complete("r2dbc:postgresql://db/quanmin"), property)))
                .contains(property.replace("k1", "<id>"))
                .contains("please set")
                .doesNotContain("spring.r2dbc.url");
    }

    @Test
    void theEmbeddedDatabaseBringsItsKeysAlong() {
        MockEnvironment environment = without(
                        complete("r2dbc:postgresql://db/quanmin"), "quanmin.identity.phone.keys.k1")
                .withProperty("quanmin.embedded.postgres.active", "true");
        assertThatCode(() -> required.postProcessEnvironment(environment, new SpringApplication()))
                .doesNotThrowAnyException();
    }

    private String refused(MockEnvironment environment) {
        return String.valueOf(
                catchThrowable(() -> required.postProcessEnvironment(environment, new SpringApplication()))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.data.redis.url",
                "spring.data.redis.host",
                "spring.data.redis.cluster.nodes[0]",
                "spring.data.redis.sentinel.nodes[0]"
            })
    void redisMayBeSeveralServers(String property) {
        MockEnvironment environment = without(
                        complete("r2dbc:postgresql://db/quanmin"), "spring.data.redis.cluster.nodes")
                .withProperty(property, "redis:6379");
        assertThatCode(() -> required.postProcessEnvironment(environment, new SpringApplication()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "r2dbc:postgresql://db:5432/quanmin, jdbc:postgresql://db:5432/quanmin, city, beside",
                "r2dbc:pool:postgres://db/quanmin?maxSize=3, jdbc:postgresql://db/quanmin, city, beside",
                "r2dbc:postgresql://in:side@db/quanmin, jdbc:postgresql://db/quanmin, in, side",
            })
    void flywayFindsTheDatabaseByTheAddressOfTheService(String r2dbc, String jdbc, String user, String password) {
        MockEnvironment environment = complete(r2dbc);
        required.postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("spring.flyway.url")).isEqualTo(jdbc);
        assertThat(environment.getProperty("spring.flyway.user")).isEqualTo(user);
        assertThat(environment.getProperty("spring.flyway.password")).isEqualTo(password);
    }

    @Test
    void anAddressOfItsOwnForMigrationsStays() {
        MockEnvironment environment = complete("r2dbc:postgresql://db/quanmin")
                .withProperty("spring.flyway.url", "jdbc:postgresql://primary/q");
        required.postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("spring.flyway.url")).isEqualTo("jdbc:postgresql://primary/q");
        assertThat(environment.getProperty("spring.flyway.user")).isNull();
    }

    @Test
    void anotherDatabaseIsRefusedWithoutShowingItsPassword() {
        assertThatThrownBy(() -> required.postProcessEnvironment(
                        complete("r2dbc:mysql://city:hidden@db/quanmin"), new SpringApplication()))
                .hasMessageContaining("no address of a PostgreSQL database")
                .hasMessageNotContaining("hidden");
    }

    private static MockEnvironment complete(String r2dbc) {
        return new MockEnvironment()
                .withProperty("spring.r2dbc.url", r2dbc)
                .withProperty("spring.r2dbc.username", "city")
                .withProperty("spring.r2dbc.password", "beside")
                .withProperty("spring.data.redis.cluster.nodes", "redis-1:6379,redis-2:6379")
                .withProperty("quanmin.media.endpoint", "http://minio:9000")
                .withProperty("quanmin.media.public-endpoint", "https://photos.city.example")
                .withProperty("quanmin.media.access-key", "city")
                .withProperty("quanmin.media.secret-key", "beside")
                .withProperty("quanmin.identity.phone.keys.k1", "a key")
                .withProperty("quanmin.identity.phone.current", "k1")
                .withProperty("quanmin.identity.phone.index-key", "another key");
    }

    private static MockEnvironment without(MockEnvironment environment, String property) {
        environment.getPropertySources().stream()
                .filter(PropertiesPropertySource.class::isInstance)
                .map(PropertiesPropertySource.class::cast)
                .forEach(source -> source.getSource().remove(property));
        return environment;
    }
}
