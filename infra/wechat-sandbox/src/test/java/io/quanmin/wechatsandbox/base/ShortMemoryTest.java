package io.quanmin.wechatsandbox.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShortMemoryTest {

    private final SandboxClock clock = new SandboxClock();
    private final ShortMemory<String> memory = new ShortMemory<>(clock, Duration.ofMinutes(5));

    @BeforeEach
    void freeze() {
        clock.freeze();
    }

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    void itForgetsWhenTheTimeIsOver() {
        memory.put("code", "u01");
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(memory.get("code")).hasValue("u01");

        clock.advance(Duration.ofMillis(1));
        assertThat(memory.get("code")).isEmpty();
    }

    @Test
    void whatIsRememberedIsNotMadeAgain() {
        assertThat(memory.orElse("id", () -> "first")).isEqualTo("first");
        assertThat(memory.orElse("id", () -> "second")).isEqualTo("first");
        clock.advance(Duration.ofMinutes(5));
        assertThat(memory.orElse("id", () -> "third")).isEqualTo("third");
    }

    @Test
    void sweepingKeepsWhatStillLives() {
        memory.put("old", "gone");
        clock.advance(Duration.ofMinutes(5));
        for (int i = 0; i < 5_000; i++) {
            memory.put("name" + i, "value" + i);
        }

        assertThat(memory.get("old")).isEmpty();
        assertThat(memory.get("name0")).hasValue("value0");
        assertThat(memory.get("name4999")).hasValue("value4999");
    }
}
