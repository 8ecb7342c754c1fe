package io.quanmin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z"
            })
    void aTimeTheDatabaseCouldNotHaveToldIsNotRead(String time) {
        assertThat(Cursor.read(written(time))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"})
    void theFirstAndTheLastMomentAreRead(String time) {
        assertThat(Cursor.read(written(time))).map(Cursor::at).contains(Instant.parse(time));
    }

    private static String written(String time) {
        return Base64.getUrlEncoder()
                .encodeToString((time + "~" + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII));
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
