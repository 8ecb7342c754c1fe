package io.quanmin.wechatsandbox.code;

import io.quanmin.wechatsandbox.base.Dice;
import io.quanmin.wechatsandbox.base.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The parametric codes that were made. */
public final class SceneCodes {

    private final Map<String, SceneCode> byTicket = new ConcurrentHashMap<>();
    private final SandboxClock clock;
    private final Dice dice;

    public SceneCodes(SandboxClock clock, Dice dice) {
        this.clock = clock;
        this.dice = dice;
    }

    /** By ticket, by the address in the picture, or by what it carries; empty when unknown or expired. */
    public Optional<SceneCode> find(String text) {
        return byTicket.values().stream()
                .filter(code -> text.equals(code.ticket()) || text.equals(code.url()) || text.equals(code.text()))
                .filter(code -> code.livesAt(clock.now()))
                .findFirst();
    }

    /** @param life null: for ever */
    SceneCode make(long id, String text, @Nullable Duration life) {
        Instant ends = life == null ? null : clock.now().plus(life);
        String url = "http://weixin.qq.com/q/02" + dice.letters(20);
        SceneCode code = new SceneCode("gQ" + dice.letters(94), url, id, text, ends);
        byTicket.put(code.ticket(), code);
        return code;
    }
}
