package io.quanmin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import io.quanmin.wechatsandbox.http.CallRecord;
import io.quanmin.wechatsandbox.http.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Whatever is switched on, the log holds nothing by which one could act as us or know a person. */
class LogTests {

    private static final Pattern TOKEN = Pattern.compile("access_token[\"=:]+([\\w-]{40,})");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Kept log = new Kept();
    private final WeChatCity city = WeChatCity.open();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private Level before = Level.INFO;

    /** Everything that is not the sandbox's, whose servers live in the same process here. */
    private static final class Kept extends AppenderBase<ILoggingEvent> {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            String name = event.getLoggerName();
            if (!name.startsWith("io.quanmin.wechatsandbox")
                    && !name.startsWith("reactor.netty")
                    && !name.startsWith("io.netty")) {
                lines.add(name + " " + event.getFormattedMessage() + " " + said(event.getThrowableProxy()));
            }
        }

        private static String said(IThrowableProxy failure) {
            return failure == null ? "" : failure.getMessage() + " " + said(failure.getCause());
        }
    }

    @BeforeEach
    void listen() {
        before = Objects.requireNonNullElse(root.getLevel(), Level.INFO);
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        others.forEach(root::addAppender);
        root.setLevel(before);
        city.close();
    }

    @Test
    void noTokenSecretOpenidCodeOrNumberIsEverLogged() {
        List<String> codes = List.of(
                city.sandbox.act().loginCode(WeChatCity.CITIZEN),
                city.sandbox.act().phoneCode(WeChatCity.CITIZEN),
                city.sandbox.act().loginCode("u02"));
        try (WeChatCity.Node node = city.impatientNode()) {
            ends(node.weChat.login(codes.get(0)));
            ends(node.weChat.login(codes.get(0)));
            ends(node.weChat.phone(codes.get(1)));
            ends(node.weChat.phone(codes.get(1)));
            everythingGoesWrong(node, codes.get(2));
        }
        assertThat(log.lines)
                .anyMatch(line -> line.contains("40163"))
                .anyMatch(line -> line.contains("did not answer"));
        for (String secret : secrets(codes)) {
            assertThat(log.lines).noneMatch(line -> line.contains(secret));
        }
    }

    private void everythingGoesWrong(WeChatCity.Node node, String code) {
        ends(node.weChat.send(Messages.to(city)));
        ends(node.weChat.send(Messages.toOfficer(city, "c")));
        ends(node.weChat.follower(city.serviceOpenid(WeChatCity.OFFICER)));
        for (Fault fault : List.of(
                Fault.tokenStorm(40001),
                Fault.http("*", 502),
                Fault.slow("*", WeChatCity.SLOW),
                Fault.emptyBody("*"))) {
            city.sandbox.faults().clear();
            city.sandbox.faults().add(fault);
            ends(node.weChat.login(code));
            ends(node.weChat.send(Messages.to(city)));
            ends(node.weChat.follower(city.serviceOpenid(WeChatCity.OFFICER)));
        }
    }

    private static void ends(Mono<?> call) {
        assertThat(call.hasElement().onErrorReturn(false).block(WeChatCity.PATIENCE))
                .isNotNull();
    }

    private List<String> secrets(List<String> codes) {
        List<String> secrets = new ArrayList<>(codes);
        secrets.add(city.sandbox.apps().mini().secret());
        secrets.add(city.sandbox.apps().service().secret());
        secrets.add(city.openid(WeChatCity.CITIZEN));
        secrets.add(city.serviceOpenid(WeChatCity.OFFICER));
        secrets.add("17000000001");
        List<String> tokens = city.sandbox.calls().all().stream()
                .map(CallRecord::responseBody)
                .flatMap(body -> TOKEN.matcher(body).results())
                .map((MatchResult token) -> token.group(1))
                .toList();
        assertThat(tokens).isNotEmpty();
        secrets.addAll(tokens);
        return secrets;
    }
}
