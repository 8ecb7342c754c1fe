package io.quanmin.wechatsandbox.token;

import static io.quanmin.wechatsandbox.base.Json.text;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.SandboxClock;
import io.quanmin.wechatsandbox.http.Answer;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.http.Quotas;
import io.quanmin.wechatsandbox.http.Routes;
import io.quanmin.wechatsandbox.http.Verb;
import tools.jackson.databind.JsonNode;

/** {@code GET /cgi-bin/token} and {@code POST /cgi-bin/stable_token}. */
public final class TokenApi {

    private static final String GRANT = "client_credential";

    private final AccessTokens tokens;
    private final Credentials credentials;
    private final Quotas quotas;
    private final SandboxClock clock;

    public TokenApi(AccessTokens tokens, Credentials credentials, Quotas quotas, SandboxClock clock) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.quotas = quotas;
        this.clock = clock;
    }

    public void register(Routes routes) {
        routes.open(Verb.GET, "/cgi-bin/token", this::plain);
        routes.open(Verb.POST, "/cgi-bin/stable_token", this::stable);
    }

    private Answer plain(Call call) {
        AppSettings app = credentials.check(GRANT, call.query("grant_type"), call.query("appid"), call.query("secret"));
        quotas.spend(app.appid(), call.path());
        return answer(tokens.plain(app.appid()));
    }

    private Answer stable(Call call) {
        JsonNode body = call.json();
        AppSettings app = credentials.check(GRANT, text(body, "grant_type"), text(body, "appid"), text(body, "secret"));
        quotas.spend(app.appid(), call.path());
        return answer(tokens.stable(app.appid(), Json.flag(body, "force_refresh", false)));
    }

    private Answer answer(Token token) {
        long seconds = token.leftAt(clock.now()).toSeconds();
        return Answer.json(Json.object().put("access_token", token.value()).put("expires_in", seconds));
    }
}
