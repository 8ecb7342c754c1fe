package io.quanmin.wechatsandbox.http;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Apps;
import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.base.SandboxClock;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** WeChat about itself: quotas, what a rid was, the addresses pushes come from, and what has been withdrawn. */
public final class OpenApi {

    private static final Pattern RID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
    private static final Duration KEPT = Duration.ofDays(7);

    private final Apps apps;
    private final Routes routes;
    private final Quotas quotas;
    private final CallLog calls;
    private final SandboxClock clock;

    public OpenApi(Ground ground, Routes routes, Traffic traffic) {
        this.apps = ground.apps();
        this.routes = routes;
        this.quotas = traffic.quotas();
        this.calls = traffic.calls();
        this.clock = ground.clock();
    }

    public void register() {
        routes.guarded(Verb.POST, "/cgi-bin/openapi/quota/get", this::quota);
        routes.guarded(Verb.POST, "/cgi-bin/openapi/rid/get", this::rid);
        routes.guarded(Verb.POST, "/cgi-bin/clear_quota", (app, call) -> cleared(app));
        routes.open(Verb.POST, "/cgi-bin/clear_quota/v2", this::clearBySecret);
        routes.guarded(Verb.GET, "/cgi-bin/getcallbackip", (app, call) -> callbackAddresses());
        routes.guarded(Verb.POST, "/cgi-bin/message/wxopen/template/uniform_send", (app, call) -> {
            throw new Refusal(45109, "this api has been deprecated");
        });
    }

    private Answer quota(AppSettings app, Call call) {
        String path = Objects.requireNonNullElse(Json.text(call.json(), "cgi_path"), "");
        if (!routes.exists(path) || path.startsWith("/sns/")) {
            throw new Refusal(76021, "cgi_path not found, please check");
        }
        Quotas.Limit limit = quotas.limit(path);
        long used = quotas.usedToday(app.appid(), path);
        ObjectNode answer = Answer.okay();
        answer.putObject("quota")
                .put("daily_limit", limit.perDay())
                .put("used", used)
                .put("remain", Math.max(0, limit.perDay() - used));
        answer.putObject("rate_limit").put("call_count", limit.perMinute()).put("refresh_second", 60);
        return Answer.json(answer);
    }

    private Answer rid(AppSettings app, Call call) {
        String rid = Objects.requireNonNullElse(Json.text(call.json(), "rid"), "");
        if (!RID.matcher(rid).matches()) {
            throw new Refusal(76002, "rid is error");
        }
        CallRecord found = calls.find(rid).orElseThrow(() -> new Refusal(76001, "rid not found"));
        if (found.at().plus(KEPT).isBefore(clock.now())) {
            throw new Refusal(76004, "rid time is error");
        }
        ObjectNode answer = Answer.okay();
        answer.putObject("request")
                .put("invoke_time", found.at().getEpochSecond())
                .put("cost_in_ms", found.costMillis())
                .put("request_url", found.url())
                .put("request_body", found.requestBody())
                .put("response_body", found.responseBody())
                .put("client_ip", found.clientIp());
        return Answer.json(answer);
    }

    private Answer clearBySecret(Call call) {
        AppSettings app = apps.find(Objects.requireNonNullElse(call.query("appid"), ""))
                .orElseThrow(() -> new Refusal(40013, "invalid appid"));
        if (!app.secret().equals(call.query("appsecret"))) {
            throw new Refusal(40125, "invalid appsecret");
        }
        return cleared(app);
    }

    private Answer cleared(AppSettings app) {
        quotas.clear(app.appid());
        return Answer.json(Answer.okay());
    }

    private static Answer callbackAddresses() {
        ObjectNode answer = Json.object();
        answer.putArray("ip_list").add("127.0.0.1");
        return Answer.json(answer);
    }
}
