package io.quanmin.wechat.callback;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechat.Await;
import io.quanmin.wechat.Suggestion;
import io.quanmin.wechat.WeChatEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What could not be told or read at first is tried again, and put aside where that does not help. */
final class CallbackRetryTests extends PushingSandbox {

    @Autowired
    private PutAsideEndpoint putAside;

    @Test
    void whatTheOutboxDoesNotTakeIsTriedAgainAndToldOnce() {
        outbox.refuse(2);
        push(miniOpenid(), "wxa_media_check", Map.of("trace_id", "refused-first", "errcode", -1008));
        assertThat(told(1)).hasSize(1);
        assertThat(allTold()).hasSize(1);
    }

    @Test
    void aPushNobodyCanReadIsPutAsideAndShown() {
        long before = count("ASIDE");
        assertThat(keep("{\"Event\":", 0)).isNotNull();
        Await.until(PATIENCE, () -> count("ASIDE") == before + 1);
        assertThat(allTold()).isEmpty();
        client().get().uri("/actuator/health").exchange().expectStatus().isOk();
    }

    @Test
    void aPushThatNeverGoesThroughIsPutAsideAfterItsAttemptsAndReadAgainWhenAsked() {
        long before = count("ASIDE");
        outbox.refuse(3);
        push(miniOpenid(), "wxa_media_check", Map.of("trace_id", "refused-always", "errcode", -1008));
        Await.until(PATIENCE, () -> count("ASIDE") == before + 1);
        assertThat(outbox.told()).isEmpty();
        PutAside aside = newestAside();
        assertThat(aside.attempts()).isEqualTo(3);
        assertThat(aside.account()).isEqualTo("mini");
        putAside.requeue(aside.id().toString()).block(PATIENCE);
        assertThat(told(1)).containsExactly(new WeChatEvent.PictureJudged("refused-always", Suggestion.UNSCREENED, 0));
        Await.until(PATIENCE, () -> count("ASIDE") == before);
    }

    private PutAside newestAside() {
        return now(putAside.newest(null, 1)).items().getFirst();
    }

    /** As if the node that took it had died before the lease was over. */
    @Test
    void aPushWhoseReaderFellSilentIsReadAgain() {
        UUID id = keep("{\"Event\":\"unsubscribe\",\"FromUserName\":\"o-silent\"}", 1);
        assertThat(told(1)).containsExactly(new WeChatEvent.Unfollowed("o-silent"));
        assertThat(database.sql("select attempts from wechat.callback where id = :id")
                        .bind("id", id)
                        .mapValue(Integer.class)
                        .one()
                        .block(PATIENCE))
                .isEqualTo(2);
    }

    private UUID keep(String message, int attempts) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into wechat.callback (district, id, account, key, message, received_at, attempts)
                        values ('990100', :id, 'mini', :key, :message, now(), :attempts)
                        """)
                .bind("id", id)
                .bind("key", PushKey.of(id.toString().getBytes(StandardCharsets.UTF_8)))
                .bind("message", message.getBytes(StandardCharsets.UTF_8))
                .bind("attempts", attempts)
                .then()
                .block(PATIENCE);
        return id;
    }
}
