package io.quanmin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.outbox.EventName;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class WeChatEventTests {

    private static final JsonMapper JSON = new JsonMapper();

    private static List<WeChatEvent> one() {
        return List.of(
                new WeChatEvent.SubscriptionAnswered("o", "t", true, false, Instant.parse("2026-11-23T08:00:00Z")),
                new WeChatEvent.SubscribeMessageSent("o", "t", "1988810812324364291", true, "success"),
                new WeChatEvent.TemplateMessageSent("o", "200228332", false, "failed:user block"),
                new WeChatEvent.Followed("o", null),
                new WeChatEvent.Followed("o", "bind-7"),
                new WeChatEvent.Unfollowed("o"),
                new WeChatEvent.PictureJudged("trace", Suggestion.UNSCREENED, 0));
    }

    @ParameterizedTest
    @MethodSource("one")
    void whatIsWrittenIntoTheOutboxIsReadBackAsItWas(WeChatEvent event) {
        assertThat(JSON.readValue(JSON.writeValueAsString(event), event.getClass()))
                .isEqualTo(event);
    }

    @Test
    void everyEventHasANameOfItsOwnThatStays() {
        assertThat(WeChatEvent.class.getPermittedSubclasses())
                .extracting(type -> type.getAnnotation(EventName.class).value())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("wechat."))
                .hasSameSizeAs(Arrays.asList(WeChatEvent.class.getPermittedSubclasses()));
        assertThat(one()).extracting(Object::getClass).contains(WeChatEvent.class.getPermittedSubclasses());
    }
}
