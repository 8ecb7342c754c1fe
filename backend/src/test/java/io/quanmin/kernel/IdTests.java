package io.quanmin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTests {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123Z");
    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anIdIsReadBackAsItWasWritten() {
        Id id = ids.next("990102");
        assertThat(Id.read(id.toString())).contains(id);
        assertThat(id.toString()).startsWith("990102-").hasSize(39);
    }

    @Test
    void anIdIsAUuidOfVersionSevenThatCarriesItsMoment() {
        Id id = ids.next("990102");
        assertThat(id.value().version()).isEqualTo(7);
        assertThat(id.value().variant()).isEqualTo(2);
        assertThat(id.value().getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void idsOfOneMillisecondDiffer() {
        Set<Id> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next("990102"));
        }
        assertThat(made).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "990102",
                "990102-",
                "99010a-0192f0c1a2b37c4d8e9f0a1b2c3d4e5f",
                "990102-0192F0C1A2B37C4D8E9F0A1B2C3D4E5F",
                "990102-0192f0c1a2b37c4d8e9f0a1b2c3d4e5f0",
                "990102-0192f0c1a2b37c4d8e9f0a1b2c3d4e5g",
                "'; drop table x"
            })
    void whatIsNotAnIdIsNotReadAsOne(String text) {
        assertThat(Id.read(text)).isEmpty();
        assertThatThrownBy(() -> Id.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
