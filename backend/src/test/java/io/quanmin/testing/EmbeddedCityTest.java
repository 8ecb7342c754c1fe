package io.quanmin.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

/** The application under test really has the three stores. */
@CityTest
final class EmbeddedCityTest {

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ReactiveStringRedisTemplate redis;

    @Test
    void theDatabaseAnswers() {
        database.sql("select 1")
                .mapValue(Integer.class)
                .one()
                .as(StepVerifier::create)
                .expectNext(1)
                .verifyComplete();
    }

    @Test
    void redisKeepsAValue() {
        redis.opsForValue()
                .set("city", "全民")
                .then(redis.opsForValue().get("city"))
                .as(StepVerifier::create)
                .expectNext("全民")
                .verifyComplete();
    }

    @Test
    void theObjectStoreKeepsAPhoto(
            @Value("${quanmin.media.endpoint}") String endpoint,
            @Value("${quanmin.media.access-key}") String accessKey,
            @Value("${quanmin.media.secret-key}") String secretKey)
            throws Exception {
        byte[] photo = "井盖丢失".getBytes(UTF_8);
        try (MinioClient store = MinioClient.builder()
                .endpoint(endpoint)
                .credentials(accessKey, secretKey)
                .build()) {
            store.makeBucket(MakeBucketArgs.builder().bucket("embedded-city").build());
            store.putObject(PutObjectArgs.builder().bucket("embedded-city").object("photo").stream(
                            new ByteArrayInputStream(photo), (long) photo.length, -1L)
                    .build());
            try (var kept = store.getObject(GetObjectArgs.builder()
                    .bucket("embedded-city")
                    .object("photo")
                    .build())) {
                assertThat(kept.readAllBytes()).isEqualTo(photo);
            }
        }
    }
}
