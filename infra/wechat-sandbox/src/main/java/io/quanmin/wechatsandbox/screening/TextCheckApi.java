package io.quanmin.wechatsandbox.screening;

import io.quanmin.wechatsandbox.base.AppKind;
import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.http.Answer;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.http.Routes;
import io.quanmin.wechatsandbox.http.Verb;
import io.quanmin.wechatsandbox.people.Population;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /wxa/msg_sec_check}, version 2; without a version it is the old one, which only says 87014. */
public final class TextCheckApi {

    private static final int LONGEST = 2_500;
    private static final List<String> CHECKED = List.of("content", "title", "nickname", "signature");

    private final SceneCheck scenes;
    private final WordList words;

    public TextCheckApi(Ground ground, Population people, WordList words) {
        this.scenes = new SceneCheck(ground, people);
        this.words = words;
    }

    public void register(Routes routes) {
        routes.guarded(Verb.POST, "/wxa/msg_sec_check", AppKind.MINI_PROGRAM, this::check);
    }

    private Answer check(AppSettings app, Call call) {
        JsonNode body = call.json();
        String content = Objects.requireNonNullElse(Json.text(body, "content"), "");
        if (content.isEmpty()) {
            throw new Refusal(44002, "empty post data");
        }
        if (content.codePointCount(0, content.length()) > LONGEST) {
            throw new Refusal(45002, "content size out of limit");
        }
        if (Json.number(body, "version", 1) != 2) {
            return firstVersion(content);
        }
        scenes.require(app, body);
        return verdict(body, call.rid());
    }

    private Answer firstVersion(String content) {
        if (words.worst(content).isPresent()) {
            throw new Refusal(87014, "risky content");
        }
        return Answer.json(Answer.okay());
    }

    private Answer verdict(JsonNode body, String traceId) {
        String text = CHECKED.stream()
                .map(field -> Objects.requireNonNullElse(Json.text(body, field), ""))
                .collect(Collectors.joining("\n"));
        Optional<WordList.Hit> hit = words.worst(text);
        Verdict verdict = hit.map(WordList.Hit::verdict).orElse(Verdict.PASS);
        ObjectNode answer = Answer.okay();
        answer.putObject("result").put("suggest", verdict.suggest()).put("label", verdict.label());
        ArrayNode detail = answer.putArray("detail");
        strategy(detail, "content_model", verdict).put("prob", 90);
        hit.ifPresent(
                found -> strategy(detail, "keyword", verdict).put("level", 20).put("keyword", found.word()));
        return Answer.json(answer.put("trace_id", traceId));
    }

    private static ObjectNode strategy(ArrayNode detail, String name, Verdict verdict) {
        return detail.addObject()
                .put("strategy", name)
                .put("errcode", 0)
                .put("suggest", verdict.suggest())
                .put("label", verdict.label());
    }
}
