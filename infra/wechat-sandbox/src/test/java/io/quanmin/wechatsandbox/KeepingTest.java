package io.quanmin.wechatsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanmin.wechatsandbox.message.Delivery;
import io.quanmin.wechatsandbox.people.Follow;
import io.quanmin.wechatsandbox.people.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void peopleWithWhatTheyPermittedFollowedAndReceivedOutliveARestart() {
        List<Delivery> received;
        Follow follow;
        try (WeChatSandbox first = start()) {
            first.users().add(new Person("u99", "新来的", "市民", "17000000099"));
            first.act().acceptSubscription("u99", "tmpl-accepted");
            first.act().acceptSubscription("u99", "tmpl-accepted");
            first.act().follow("u10");
            first.act().visit("u99");
            send(first);
            received = first.outbox().all();
            follow = first.follows().of("u10").orElseThrow();
        }
        try (WeChatSandbox second = start()) {
            assertThat(second.users().get("u99").name()).isEqualTo("新来的");
            assertThat(second.ledger().left("u99", "tmpl-accepted")).isEqualTo(1);
            assertThat(second.follows().of("u10")).hasValue(follow);
            assertThat(second.visits().all()).containsKey("u99");
            assertThat(second.outbox().all()).isEqualTo(received).hasSize(1);
        }
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("wechat-sandbox.json"), "{broken");

        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aTakenPortIsSaidInOneSentence() {
        try (WeChatSandbox first = start()) {
            SandboxSettings same = SandboxSettings.defaults().onPort(first.port());

            assertThatThrownBy(() -> WeChatSandbox.start(same).close())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("The WeChat sandbox cannot listen");
        }
    }

    private WeChatSandbox start() {
        WeChatSandbox sandbox = WeChatSandbox.start(SandboxSettings.defaults()
                .onPort(0)
                .pushingTo("http://127.0.0.1:1")
                .keepingIn(folder));
        sandbox.sending().processing(Duration.ZERO);
        return sandbox;
    }

    private static void send(WeChatSandbox sandbox) {
        Backend backend = new Backend(sandbox);
        Map<String, ?> body = Map.of(
                "touser", backend.openid("u99"), "template_id", "tmpl-accepted", "data", SubscribeMessageTest.good());
        assertThat(backend.post("/cgi-bin/message/subscribe/send", backend.token(), body)
                        .path("errcode")
                        .asInt(-1))
                .isZero();
    }
}
