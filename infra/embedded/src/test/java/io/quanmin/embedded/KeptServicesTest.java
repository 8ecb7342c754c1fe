package io.quanmin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What an application gets that has no addresses configured and keeps its data. */
final class KeptServicesTest {

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext application;
    private static Stores stores;

    @BeforeAll
    static void start() throws Exception {
        TestHome.prepare(home);
        application = SmallApplication.run(home);
        stores = Stores.of(application);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aChinesePhraseHasTrigrams() throws Exception {
        stores.change("create extension if not exists pg_trgm");
        assertThat(stores.sql("select show_trgm('井盖丢失')::text")).isNotEqualTo("{}");
        assertThat(stores.sql("select similarity('井盖丢失', '井盖丢了')")).isNotEqualTo("0");
    }

    @Test
    void theLocaleDependsOnNoMachine() throws Exception {
        String locale = """
                select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding)
                from pg_database where datname = 'quanmin'
                """;
        assertThat(stores.sql(locale)).isEqualTo("b C.UTF-8 UTF8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void whatIsCommittedIsOnTheDisk(String setting) throws Exception {
        assertThat(stores.sql("show " + setting)).isEqualTo("on");
    }

    @Test
    void theApplicationIsNoSuperuser() throws Exception {
        assertThat(stores.sql("select usesuper from pg_user where usename = current_user"))
                .isEqualTo("f");
    }

    @Test
    void aRowAValueAndAPhotoOutliveTheRun() throws Exception {
        stores.change("create table kept as select '井盖' as what");
        assertThat(stores.redis(stores.authenticated(), "SET kept manhole")).isEqualTo("+OK");
        try (S3Client objects = stores.objects()) {
            objects.createBucket(request -> request.bucket("kept"));
            objects.putObject(
                    request -> request.bucket("kept").key("2026/photo.jpg").contentType("image/jpeg"),
                    RequestBody.fromString("a photo"));
        }
        application.close();
        start();
        assertThat(stores.sql("select what from kept")).isEqualTo("井盖");
        assertThat(stores.redis(stores.authenticated(), "GET kept")).isEqualTo("manhole");
        try (S3Client objects = stores.objects()) {
            var photo =
                    objects.getObjectAsBytes(request -> request.bucket("kept").key("2026/photo.jpg"));
            assertThat(photo.asUtf8String()).isEqualTo("a photo");
            assertThat(photo.response().contentType()).isEqualTo("image/jpeg");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quanmin", "postgres"})
    void thePasswordOfTheDatabaseCannotBeGuessed(String user) {
        assertThatThrownBy(() -> DriverManager.getConnection(stores.said("spring.flyway.url"), user, "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void redisAndTheObjectStoreAnswerNoStranger() throws Exception {
        assertThat(stores.redis("GET kept")).startsWith("-NOAUTH");
        try (S3Client stranger = stores.objects("guess")) {
            assertThatThrownBy(stranger::listBuckets)
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            refusal -> assertThat(refusal.statusCode()).isEqualTo(403));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "redis/redis.conf"})
    void onlyTheOwnerReadsTheSecret(String file) throws Exception {
        assertThat(Files.getPosixFilePermissions(home.resolve(file)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
