package io.quanmin.wechatsandbox.http;

import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.base.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Takes one call through faults, routes, the envelope and the log. */
public final class FrontDoor {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private final Routes routes;
    private final Faults faults;
    private final CallLog calls;
    private final SandboxClock clock;

    public FrontDoor(Routes routes, Traffic traffic, SandboxClock clock) {
        this.routes = routes;
        this.faults = traffic.faults();
        this.calls = traffic.calls();
        this.clock = clock;
    }

    public Answer answer(Call call) {
        Instant at = clock.now();
        long started = System.nanoTime();
        Optional<Fault> fault = faults.strike(call.path(), routes.usesToken(call.path()));
        Answer answer = fault.map(struck -> disturbed(struck, call)).orElseGet(() -> undisturbed(call));
        long cost = Duration.ofNanos(System.nanoTime() - started).toMillis();
        calls.add(record(
                call,
                answer,
                at,
                cost,
                fault.map(struck -> struck.effect().name()).orElse("")));
        return answer;
    }

    private static CallRecord record(Call call, Answer answer, Instant at, long cost, String fault) {
        return new CallRecord(
                call.rid(),
                at,
                cost,
                call.method(),
                call.path(),
                call.uri(),
                call.text(),
                answer.shown(),
                errcode(answer),
                call.clientIp(),
                fault);
    }

    private Answer undisturbed(Call call) {
        try {
            return routes.find(call.path()).answer(call);
        } catch (Refusal refusal) {
            return envelope(call, refusal);
        } catch (RuntimeException broken) {
            LOG.error("{} {} failed", call.method(), call.path(), broken);
            return envelope(call, new Refusal(-1, "system error"));
        }
    }

    private Answer disturbed(Fault fault, Call call) {
        Fault.Effect effect = fault.effect();
        boolean works = fault.afterWork() || !effect.answersInstead();
        Answer done = works ? undisturbed(call) : Answer.plain(200, "text/plain", "");
        pause(effect.delay());
        if (!effect.answersInstead()) {
            return done;
        }
        Integer code = effect.errcode();
        return code == null
                ? Answer.plain(effect.status(), "text/html", effect.body())
                : envelope(call, new Refusal(code, FaultTexts.of(code)));
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer envelope(Call call, Refusal refusal) {
        String joint = call.path().startsWith("/sns/") ? ", rid: " : " rid: ";
        return Answer.refused(refusal.code(), refusal.text() + joint + call.rid());
    }

    private static int errcode(Answer answer) {
        if (!answer.contentType().startsWith("application/json")) {
            return 0;
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(answer.body());
            return Json.number(tree, "errcode", 0);
        } catch (JacksonException notJson) {
            return 0;
        }
    }
}
