package io.quanmin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What an application gets that has no addresses configured. */
final class EmbeddedServicesTest {

    @TempDir
    static Path home;

    @Test
    void aChinesePhraseHasTrigrams() throws Exception {
        try (ConfigurableApplicationContext application = SmallApplication.run(home)) {
            Stores stores = Stores.of(application);
            stores.change("create extension if not exists pg_trgm");
            assertThat(stores.sql("select show_trgm('井盖丢失')::text")).hasSizeGreaterThan(2);
            assertThat(stores.sql("select similarity('井盖丢失', '井盖丢了')")).isNotEqualTo("0");
        }
    }

    @Test
    void theLocaleDependsOnNoMachine() throws Exception {
        try (ConfigurableApplicationContext application = SmallApplication.run(home)) {
            assertThat(Stores.of(application)
                            .sql(
                                    "select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding)"
                                            + " from pg_database where datname = 'quanmin'"))
                    .isEqualTo("b C.UTF-8 UTF8");
        }
    }

    @Test
    void whatIsCommittedIsOnTheDisk() throws Exception {
        try (ConfigurableApplicationContext application = SmallApplication.run(home)) {
            Stores stores = Stores.of(application);
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(stores.sql("show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(stores.redis(stores.authenticated(), "CONFIG GET appendonly"))
                    .isEqualTo("yes");
        }
    }

    @Test
    void theApplicationIsNoSuperuser() throws Exception {
        try (ConfigurableApplicationContext application = SmallApplication.run(home)) {
            assertThat(Stores.of(application).sql("select usesuper from pg_user where usename = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void aRowAValueAndAPhotoOutliveTheRun() throws Exception {
        try (ConfigurableApplicationContext application = SmallApplication.run(home)) {
            Stores stores = Stores.of(application);
            stores.change("create table kept as select '井盖' as what");
            assertThat(stores.redis(stores.authenticated(), "SET kept manhole")).isEqualTo("+OK");
            try (S3Client objects = stores.objects()) {
                objects.createBucket(request -> request.bucket("kept"));
                objects.putObject(
                        request -> request.bucket("kept").key("2026/photo.jpg").contentType("image/jpeg"),
                        RequestBody.fromString("a photo"));
            }
        }
        try (ConfigurableApplicationContext application = SmallApplication.run(home)) {
            Stores stores = Stores.of(application);
            assertThat(stores.sql("select what from kept")).isEqualTo("井盖");
            assertThat(stores.redis(stores.authenticated(), "GET kept")).isEqualTo("manhole");
            try (S3Client objects = stores.objects()) {
                var photo = objects.getObjectAsBytes(
                        request -> request.bucket("kept").key("2026/photo.jpg"));
                assertThat(photo.asUtf8String()).isEqualTo("a photo");
                assertThat(photo.response().contentType()).isEqualTo("image/jpeg");
            }
        }
    }

    @Test
    void aServerWhoseAddressIsConfiguredIsLeftAlone() {
        String database = "spring.r2dbc.url=r2dbc:postgresql://db.city.example/quanmin";
        String redis = "spring.data.redis.url=redis://redis.city.example";
        try (ConfigurableApplicationContext application = SmallApplication.run(home, database, redis)) {
            Stores stores = Stores.of(application);
            assertThat(stores.said("spring.r2dbc.url")).isEqualTo("r2dbc:postgresql://db.city.example/quanmin");
            assertThat(stores.environment().getProperty("spring.flyway.url")).isNull();
            assertThat(stores.environment().getProperty("spring.data.redis.host"))
                    .isNull();
            assertThat(stores.said("quanmin.media.endpoint")).startsWith("http://127.0.0.1:");
        }
    }

    @Test
    void switchedOffNothingStarts(@TempDir Path untouched) throws Exception {
        try (ConfigurableApplicationContext application =
                        SmallApplication.run(untouched, "quanmin.embedded.enabled=false");
                var files = Files.list(untouched)) {
            assertThat(application.getEnvironment().getProperty("quanmin.embedded.active"))
                    .isNull();
            assertThat(files).isEmpty();
        }
    }

    @Test
    void nobodyGetsInWithoutTheSecretAndOnlyTheOwnerReadsIt() throws Exception {
        try (ConfigurableApplicationContext application = SmallApplication.run(home)) {
            Stores stores = Stores.of(application);
            for (String user : new String[] {"quanmin", "postgres"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(stores.said("spring.flyway.url"), user, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(stores.redis("GET kept")).startsWith("-NOAUTH");
            try (S3Client stranger = stores.objects("guess")) {
                assertThatThrownBy(stranger::listBuckets)
                        .isInstanceOfSatisfying(
                                S3Exception.class,
                                refusal -> assertThat(refusal.statusCode()).isEqualTo(403));
            }
        }
        for (String file : new String[] {"secret", "redis/redis.conf"}) {
            assertThat(Files.getPosixFilePermissions(home.resolve(file)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void twoTestsShareTheServersAndNotTheDatabaseAndLeaveNothingBehind() throws Exception {
        String throwaway = "--quanmin.embedded.throwaway=true";
        Path shared;
        try (ConfigurableApplicationContext one = SmallApplication.run(throwaway);
                ConfigurableApplicationContext other =
                        SmallApplication.run(throwaway, "--quanmin.embedded.database=an-own-one")) {
            Stores first = Stores.of(one);
            Stores second = Stores.of(other);
            shared = Path.of(first.said("quanmin.embedded.home"));
            assertThat(second.said("spring.data.redis.port")).isEqualTo(first.said("spring.data.redis.port"));
            assertThat(first.sql("select current_database()")).isEqualTo("quanmin");
            assertThat(second.sql("select current_database()")).isEqualTo("an-own-one");
            assertThat(first.sql("show fsync")).isEqualTo("off");
        }
        assertThat(shared).doesNotExist();
    }
}
