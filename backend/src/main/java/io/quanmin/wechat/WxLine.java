package io.quanmin.wechat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.SimpleGetRequestExecutor;
import me.chanjar.weixin.common.util.http.SimplePostRequestExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The line to an account through WxJava. */
final class WxLine implements Line {

    private static final Logger LOG = LoggerFactory.getLogger(WxLine.class);
    private static final JsonMapper JSON = new JsonMapper();

    /** WxJava's number for an answer that is none. */
    private static final int NO_ERRCODE = -99;

    private final Account account;
    private final Lane lane;

    WxLine(Account account, Lane lane) {
        this.account = account;
        this.lane = lane;
    }

    private interface Sending<T> {
        T send(Journey journey) throws Exception;
    }

    @Override
    public Mono<JsonNode> get(String path, Map<String, String> query) {
        return call(path, journey -> {
            var getting = new OnceOnly<>(SimpleGetRequestExecutor.create(account.http()), journey);
            return JSON.readTree(account.send(getting, path, encoded(query)));
        });
    }

    @Override
    public Mono<JsonNode> getWithoutToken(String path, Map<String, String> query) {
        return call(path, journey -> {
            var getting = new OnceOnly<>(SimpleGetRequestExecutor.create(account.http()), journey);
            return JSON.readTree(getting.execute(account.keys().apiBase() + path, encoded(query), account.type()));
        });
    }

    @Override
    public Mono<JsonNode> post(String path, Object body) {
        return call(path, journey -> {
            var posting = new OnceOnly<>(SimplePostRequestExecutor.create(account.http()), journey);
            return JSON.readTree(account.send(posting, path, JSON.writeValueAsString(body)));
        });
    }

    @Override
    public Mono<byte[]> picture(String path, Object body) {
        return call(path, journey -> {
            var posting = new OnceOnly<>(new PictureExecutor(account.http()), journey);
            return account.send(posting, path, JSON.writeValueAsString(body));
        });
    }

    /** WxJava joins arguments as they are: a code with an ampersand in it would add its own. */
    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(one -> one.getKey() + '=' + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private <T> Mono<T> call(String path, Sending<T> sending) {
        Function<Journey, Reply<T>> blocking = journey -> reply(path, sending, journey);
        return lane.run(blocking);
    }

    private <T> Reply<T> reply(String path, Sending<T> sending, Journey journey) {
        try {
            return new Reply.Answer<>(sending.send(journey));
        } catch (Exception failure) {
            IOException why = why(failure, journey);
            tell(path, why);
            return new Reply.Failure<>(why);
        }
    }

    /** WxJava wraps what it does not understand; a token's own refusal comes as it is. */
    private static IOException why(Exception failure, Journey journey) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal || cause instanceof Silence) {
                return (IOException) cause;
            }
        }
        if (failure instanceof WxErrorException refused && refused.getError().getErrorCode() != NO_ERRCODE) {
            return Refusal.of(refused.getError());
        }
        boolean unreadable = failure instanceof JacksonException;
        return new Silence(unreadable || journey.sent(), failure.getClass().getSimpleName());
    }

    /** Never an argument, a body or WeChat's words: they may hold tokens, codes and openids. The rid finds them again. */
    private void tell(String path, IOException why) {
        String appid = account.keys().appid();
        switch (why) {
            case Refusal refusal
            when Codes.operatorMustAct(refusal.code()) ->
                LOG.error(
                        "WeChat does not accept the keys or the address of {}: {} at {}, rid {}. Put it right in WeChat's console.",
                        appid,
                        refusal.code(),
                        path,
                        refusal.rid());
            case Refusal refusal ->
                LOG.info("WeChat refused {} of {}: {}, rid {}", path, appid, refusal.code(), refusal.rid());
            default -> LOG.warn("WeChat did not answer {} of {}: {}", path, appid, why.getMessage());
        }
    }
}
