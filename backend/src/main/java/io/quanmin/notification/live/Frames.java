package io.quanmin.notification.live;

import io.quanmin.kernel.Id;
import io.quanmin.notification.Headline;
import io.quanmin.notification.Item;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes frames. */
@Component
final class Frames {

    private final JsonMapper json;

    Frames(JsonMapper json) {
        this.json = json;
    }

    Frame of(Item item) {
        return new Frame(item.cursor(), json.writeValueAsString(new NewsFrame("news", item.cursor(), item)));
    }

    Frame of(Headline headline) {
        HeadlineFrame frame = new HeadlineFrame(
                headline.kind(), headline.subject(), headline.title(), headline.text(), headline.link(), headline.at());
        return new Frame(0, json.writeValueAsString(frame));
    }

    private record NewsFrame(String kind, long cursor, Item item) {}

    private record HeadlineFrame(String kind, Id id, String title, String text, String link, Instant at) {}
}
