package io.quanmin.casework;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What volunteers are told when they are asked. */
@Component
class AskWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final CitySettings city;

    AskWords(CitySettings city) {
        this.city = city;
    }

    Notice notice(Facts facts, Ask ask) {
        Id person = Objects.requireNonNull(ask.person());
        return new Notice(
                ask.caseId(),
                new Audience.Persons(List.of(person)),
                ask.round().about().template(),
                Map.of(
                        "number",
                        facts.subject().number(),
                        "type",
                        facts.type().name(),
                        "place",
                        facts.subject().origin().publicPlace(),
                        "due",
                        time(ask.round().endsAt())),
                "pages/volunteer/ask?id=" + ask.id(),
                Notice.Urgency.NORMAL,
                ask.askedAt());
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(city.zone()));
    }
}
