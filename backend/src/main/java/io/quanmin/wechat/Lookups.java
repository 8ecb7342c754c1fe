package io.quanmin.wechat;

import io.quanmin.wechat.wire.Fields;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks the accounts what they have: templates and followers. */
final class Lookups {

    private static final Pattern FIELD = Pattern.compile("\\{\\{(\\w+)\\.DATA}}");

    private final Line mini;
    private final Line service;

    Lookups(Line mini, Line service) {
        this.mini = mini;
        this.service = service;
    }

    Mono<List<AccountTemplate>> subscribeTemplates() {
        return mini.get("/wxaapi/newtmpl/gettemplate", Map.of())
                .map(answer -> templates(answer.path("data"), "priTmplId"))
                .onErrorMap(IOException.class, Away::because);
    }

    Mono<List<AccountTemplate>> serviceTemplates() {
        return service.get("/cgi-bin/template/get_all_private_template", Map.of())
                .map(answer -> templates(answer.path("template_list"), "template_id"))
                .onErrorMap(IOException.class, Away::because);
    }

    private static List<AccountTemplate> templates(JsonNode list, String id) {
        return list.valueStream()
                .map(one -> new AccountTemplate(
                        Fields.text(one, id), Fields.text(one, "title"), fields(Fields.text(one, "content"))))
                .toList();
    }

    /** The numbers in the keys differ from account to account, so they are read, never assumed. */
    static List<String> fields(String content) {
        return FIELD.matcher(content)
                .results()
                .map((MatchResult field) -> field.group(1))
                .toList();
    }

    /** Somebody who follows no longer has an openid and perhaps a unionid, nothing else. */
    Mono<Follower> follower(String openid) {
        return service.get("/cgi-bin/user/info", Map.of("openid", openid, "lang", "zh_CN"))
                .map(answer -> new Follower(
                        openid, Fields.textOrNull(answer, "unionid"), Fields.number(answer, "subscribe", 0) == 1))
                .onErrorMap(IOException.class, Away::because);
    }
}
