package io.quanmin.media;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Pictures that were used before are found again. */
@MediaCityTest
final class TwinsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String DISTRICT = "990102";

    @Autowired
    private Photos photos;

    @Autowired
    private DatabaseClient database;

    @Test
    void aPictureIsFoundAgainUpToAsManyBitsAsAsked() {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            long hash = random.nextLong();
            int bits = random.nextInt(8);
            Id used = kept(hash, aSubject());
            Id mine = kept(flipped(hash, bits, random), null);

            assertThat(now(photos.twins(List.of(mine), bits, null)))
                    .as("seed %d, %d bits", seed, bits)
                    .extracting(Twin::other)
                    .containsExactly(used);
            assertThat(bits == 0 ? List.of() : now(photos.twins(List.of(mine), bits - 1, null)))
                    .as("seed %d, %d bits less one", seed, bits)
                    .isEmpty();
        }
    }

    @Test
    void theCaseItselfAndPhotosOfNothingDoNotCount() {
        long hash = new Random(7).nextLong();
        Id subject = aSubject();
        assertThat(kept(hash, subject)).isNotNull();
        assertThat(kept(hash, null)).isNotNull();
        Id mine = kept(hash, null);

        assertThat(now(photos.twins(List.of(mine), 4, subject))).isEmpty();
        assertThat(now(photos.twins(List.of(mine), 4, null)))
                .extracting(Twin::subject)
                .containsExactly(subject);
    }

    @Test
    void aPlainWallSaysNothing() {
        assertThat(kept(0L, aSubject())).isNotNull();
        assertThat(kept(-1L, aSubject())).isNotNull();

        assertThat(now(photos.twins(List.of(kept(1L, null), kept(-2L, null)), 4, null)))
                .isEmpty();
    }

    private static long flipped(long hash, int bits, Random random) {
        long flipped = hash;
        while (Long.bitCount(flipped ^ hash) < bits) {
            flipped ^= 1L << random.nextInt(64);
        }
        return flipped;
    }

    private Id kept(long hash, @Nullable Id subject) {
        Id id = aSubject();
        DatabaseClient.GenericExecuteSpec insert = database.sql("""
                insert into media.photo (district, id, state, format, size, width, height, hash, uploaded_at, screening,
                    subject_district, subject)
                values (:district, :id, 'KEPT', 'JPEG', 1, 1, 1, :hash, now(), 'PASSED', :subjectDistrict, :subject)
                """)
                .bind("district", id.district())
                .bind("id", id.value())
                .bind("hash", hash);
        insert = subject == null
                ? insert.bindNull("subjectDistrict", String.class).bindNull("subject", UUID.class)
                : insert.bind("subjectDistrict", subject.district()).bind("subject", subject.value());
        assertThat(now(insert.fetch().rowsUpdated())).isEqualTo(1);
        return id;
    }

    private static Id aSubject() {
        return new Id(DISTRICT, UUID.randomUUID());
    }
}
