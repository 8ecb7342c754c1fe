package io.quanmin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    private static final Cursor CURSOR = new Cursor(Instant.parse("2026-11-23T08:00:00.123456789Z"), UUID.randomUUID());

    @Test
    void aCursorIsReadBackAsItWasWrittenToTheMicrosecond() {
        assertThat(Cursor.read(CURSOR.toString())).contains(CURSOR);
        assertThat(CURSOR.at()).isEqualTo("2026-11-23T08:00:00.123456Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "MjAyNg", "MjAyNn5ub3QtYS11dWlk"})
    void aCursorAClientMadeUpIsNotRead(String text) {
        assertThat(Cursor.read(text)).isEmpty();
    }

    @Test
    void aPageSaysWhereTheNextBeginsOnlyWhenThereIsOne() {
        List<Integer> rows = List.of(1, 2, 3);
        assertThat(Page.of(rows, 3, row -> CURSOR).next()).isNull();
        Page<Integer> cut = Page.of(rows, 2, row -> CURSOR);
        assertThat(cut.items()).containsExactly(1, 2);
        assertThat(cut.next()).isEqualTo(CURSOR.toString());
    }
}
