package io.quanmin.wechatsandbox.token;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Apps;
import io.quanmin.wechatsandbox.base.Dice;
import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.base.SandboxClock;
import io.quanmin.wechatsandbox.http.TokenGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All access tokens: one current token for each account and kind, older ones for five minutes more. */
public final class AccessTokens implements TokenGuard {

    static final Duration LIFE = Duration.ofHours(2);
    static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final int LENGTH = 156;

    private final Map<TokenKind, Map<String, String>> current = new EnumMap<>(TokenKind.class);
    private final Map<String, Token> known = new HashMap<>();
    private final ForcedRefreshes forced;
    private final Apps apps;
    private final SandboxClock clock;
    private final Dice dice;

    public AccessTokens(Ground ground) {
        this.apps = ground.apps();
        this.clock = ground.clock();
        this.dice = ground.dice();
        this.forced = new ForcedRefreshes(clock);
    }

    /** A new token each time; the previous one has five minutes left. */
    synchronized Token plain(String appid) {
        current(TokenKind.PLAIN, appid).ifPresent(old -> end(old, OVERLAP));
        return issue(TokenKind.PLAIN, appid);
    }

    /** The same token until five minutes before its end; forced, a new one and the old one dies at once. */
    synchronized Token stable(String appid, boolean force) {
        Optional<Token> old = current(TokenKind.STABLE, appid);
        if (old.isPresent() && force && forced.allowed(appid)) {
            end(old.get(), Duration.ZERO);
            return issue(TokenKind.STABLE, appid);
        }
        boolean goodFor = old.map(token -> token.leftAt(clock.now()))
                .filter(left -> left.compareTo(OVERLAP) >= 0)
                .isPresent();
        return goodFor ? old.orElseThrow() : issue(TokenKind.STABLE, appid);
    }

    /** Ends every token of the account at once, as when its secret is reset. */
    public synchronized void revokeAll(String appid) {
        known.values().stream()
                .filter(token -> token.appid().equals(appid))
                .toList()
                .forEach(token -> end(token, Duration.ZERO));
    }

    @Override
    public synchronized AppSettings accountOf(@Nullable String accessToken) {
        if (accessToken == null) {
            throw new Refusal(41001, "access_token missing");
        }
        Token token = known.get(accessToken);
        if (token == null || (token.superseded() && dead(token))) {
            throw new Refusal(40001, "invalid credential, access_token is invalid or not latest");
        }
        if (dead(token)) {
            throw new Refusal(42001, "access_token expired");
        }
        return apps.get(token.appid());
    }

    private boolean dead(Token token) {
        return !clock.now().isBefore(token.diesAt());
    }

    private Optional<Token> current(TokenKind kind, String appid) {
        return Optional.ofNullable(currentOf(kind).get(appid)).map(known::get).filter(token -> !dead(token));
    }

    private Map<String, String> currentOf(TokenKind kind) {
        return current.computeIfAbsent(kind, unused -> new HashMap<>());
    }

    private void end(Token token, Duration left) {
        known.put(token.value(), token.supersededAt(clock.now().plus(left)));
    }

    private Token issue(TokenKind kind, String appid) {
        Instant ends = clock.now().plus(LIFE);
        Token token = new Token("90_" + dice.letters(LENGTH - 3), appid, ends, ends);
        known.values().removeIf(old -> old.endsAt().plus(LIFE).isBefore(clock.now()));
        known.put(token.value(), token);
        currentOf(kind).put(appid, token.value());
        return token;
    }
}
