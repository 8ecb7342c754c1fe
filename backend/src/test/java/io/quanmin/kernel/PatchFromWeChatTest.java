package io.quanmin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PatchFromWeChatTest {

    @Test
    void aPostThatSaysItIsAPatchIsOne() {
        assertThat(arriving(HttpMethod.POST, "PATCH")).isEqualTo(HttpMethod.PATCH);
    }

    @Test
    void noOtherMethodCanBeNamed() {
        assertThat(arriving(HttpMethod.POST, "DELETE")).isEqualTo(HttpMethod.POST);
    }

    @Test
    void whatIsNoPostStaysWhatItIs() {
        assertThat(arriving(HttpMethod.GET, "PATCH")).isEqualTo(HttpMethod.GET);
    }

    private static HttpMethod arriving(HttpMethod sent, String named) {
        AtomicReference<HttpMethod> seen = new AtomicReference<>();
        MockServerHttpRequest request = MockServerHttpRequest.method(sent, "/api/v1/me")
                .header(PatchFromWeChat.HEADER, named)
                .build();
        new PatchFromWeChat()
                .filter(MockServerWebExchange.from(request), exchange -> {
                    seen.set(exchange.getRequest().getMethod());
                    return Mono.empty();
                })
                .as(StepVerifier::create)
                .verifyComplete();
        return seen.get();
    }
}
