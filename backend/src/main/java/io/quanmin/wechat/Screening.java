package io.quanmin.wechat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quanmin.kernel.Problem;
import io.quanmin.wechat.wire.Fields;
import io.quanmin.wechat.wire.Verdicts;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has WeChat judge what people write and show. Both calls want somebody who visited within two hours. */
final class Screening {

    /** WeChat's limit for one text. */
    static final int LONGEST = 2500;

    /** Longer than any word of a word list. */
    private static final int OVERLAP = 64;

    private static final int VERSION = 2;
    private static final int PICTURE = 2;
    private static final TextVerdict CLEAN = new TextVerdict(Suggestion.PASS, 100);

    private final Line line;
    private final boolean encryptedOnly;

    /** @param apiBase pictures must be reachable the way WeChat itself is: by https, unless it is not */
    Screening(Line line, URI apiBase) {
        this.line = line;
        this.encryptedOnly = "https".equals(apiBase.getScheme());
    }

    private record Text(int version, String openid, int scene, String content) {}

    private record Picture(
            int version,
            String openid,
            int scene,
            @JsonProperty("media_url") String url,
            @JsonProperty("media_type") int type) {}

    /** The worst of all parts; never fails: what cannot be judged is unscreened. */
    Mono<TextVerdict> text(TextToScreen text) {
        return Flux.fromIterable(parts(text.text()))
                .concatMap(part -> part(text, part))
                .reduce(CLEAN, Screening::worse);
    }

    private Mono<TextVerdict> part(TextToScreen text, String part) {
        Text body = new Text(VERSION, text.openid(), text.scene().ordinal() + 1, part);
        return line.post("/wxa/msg_sec_check", body)
                .map(answer -> Verdicts.read(answer.path("result")))
                .onErrorReturn(IOException.class, Verdicts.NONE)
                .onErrorReturn(Problem.class, Verdicts.NONE);
    }

    /**
     * Cut between code points, for half an emoji is no text, and overlapping, so that no word escapes by lying across a cut.
     * Nothing of blank text is left to judge.
     */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int to = between(text, LONGEST);
        parts.add(text.substring(from, to));
        while (to < text.length()) {
            from = between(text, to - OVERLAP);
            to = between(text, from + LONGEST);
            parts.add(text.substring(from, to));
        }
        return parts.stream().filter(part -> !part.isBlank()).toList();
    }

    /** The place itself, or the one before where it would cut a code point in two. */
    private static int between(String text, int place) {
        if (place >= text.length()) {
            return text.length();
        }
        return place > 0 && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place)) ? place - 1 : place;
    }

    private static TextVerdict worse(TextVerdict one, TextVerdict other) {
        Comparator<TextVerdict> bySeverity = Comparator.comparing(verdict -> severity(verdict.suggestion()));
        return bySeverity.compare(other, one) > 0 ? other : one;
    }

    private static int severity(Suggestion suggestion) {
        return switch (suggestion) {
            case PASS -> 0;
            case UNSCREENED -> 1;
            case REVIEW -> 2;
            case RISKY -> 3;
        };
    }

    /** The verdict is pushed within half an hour, or never. Empty when this picture cannot be judged at all. */
    Mono<String> picture(String openid, URI picture) {
        if (encryptedOnly && !"https".equals(picture.getScheme())) {
            return Mono.empty();
        }
        Picture body =
                new Picture(VERSION, openid, TextToScreen.Scene.FORUM.ordinal() + 1, picture.toString(), PICTURE);
        return line.post("/wxa/media_check_async", body)
                .mapNotNull(answer -> Fields.textOrNull(answer, "trace_id"))
                .onErrorResume(IOException.class, Screening::unjudged);
    }

    private static Mono<String> unjudged(IOException failure) {
        boolean thisPicture = failure instanceof Refusal refusal && !Codes.later(refusal.code());
        return thisPicture ? Mono.empty() : Mono.error(Away.because(failure));
    }
}
