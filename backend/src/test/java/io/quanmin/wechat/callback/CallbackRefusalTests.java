package io.quanmin.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Strangers push nothing, and see nothing of what was pushed. */
final class CallbackRefusalTests extends PushingSandbox {

    @Test
    void whatIsPutAsideIsShownToTheSystemsKeepersOnly() {
        client().get()
                .uri("/api/v1/wechat/pushes-put-aside")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aStrangersPushIsRefusedAndNotKept() {
        String body = "{\"Event\":\"unsubscribe\",\"FromUserName\":\"o-stranger\"}";
        client().post()
                .uri("/wechat/callback/mini?signature=0&timestamp=1&nonce=2&msg_signature=0")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .value(type -> assertThat(type).asString().endsWith("wechat-push-not-genuine"));
        client().get()
                .uri("/wechat/callback/mini?echostr=x")
                .exchange()
                .expectStatus()
                .isForbidden();
        client().post()
                .uri("/wechat/callback/nobody")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(allTold()).isEmpty();
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        client().post()
                .uri("/wechat/callback/mini?signature=0&timestamp=1&nonce=2")
                .bodyValue("x".repeat(70 * 1024))
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }
}
