package io.quanmin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class NoticeTests {

    private static final Id SOMETHING = Id.parse("990102-0192f0c1a2b37c4d8e9f0a1b2c3d4e5f");
    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<Audience> audiences() {
        return Stream.of(
                new Audience.Persons(List.of(SOMETHING)),
                new Audience.Duty(SOMETHING),
                new Audience.Role("REVIEWER", "990102"),
                new Audience.Everyone());
    }

    @ParameterizedTest
    @MethodSource("audiences")
    void aNoticeIsReadAsItWasWrittenWhoeverItIsFor(Audience audience) {
        NoticeGiven given = new NoticeGiven(new Notice(
                SOMETHING,
                audience,
                "case.accepted",
                Map.of("type", "井盖丢失"),
                "pages/case/case?id=" + SOMETHING,
                Notice.Urgency.URGENT,
                Instant.parse("2026-11-23T08:00:00Z")));
        assertThat(json.readValue(json.writeValueAsString(given), NoticeGiven.class))
                .isEqualTo(given);
    }
}
