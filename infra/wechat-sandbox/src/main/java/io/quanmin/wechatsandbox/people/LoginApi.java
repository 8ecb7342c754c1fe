package io.quanmin.wechatsandbox.people;

import io.quanmin.wechatsandbox.base.AppKind;
import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.base.SandboxClock;
import io.quanmin.wechatsandbox.http.Answer;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.http.Quotas;
import io.quanmin.wechatsandbox.http.Routes;
import io.quanmin.wechatsandbox.http.Verb;
import io.quanmin.wechatsandbox.token.Credentials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /sns/jscode2session} and {@code /wxa/business/getuserphonenumber}. */
public final class LoginApi {

    private static final int LOGINS_A_MINUTE = 100;

    private final Logins logins;
    private final SessionKeys sessionKeys;
    private final Users users;
    private final Credentials credentials;
    private final Quotas quotas;
    private final SandboxClock clock;

    public LoginApi(Ground ground, Population people, Credentials credentials, Quotas quotas) {
        this.logins = people.logins();
        this.sessionKeys = people.sessionKeys();
        this.users = people.users();
        this.credentials = credentials;
        this.quotas = quotas;
        this.clock = ground.clock();
    }

    public void register(Routes routes) {
        routes.open(Verb.GET, "/sns/jscode2session", this::codeToSession);
        routes.guarded(Verb.POST, "/wxa/business/getuserphonenumber", AppKind.MINI_PROGRAM, this::phoneNumber);
    }

    private Answer codeToSession(Call call) {
        AppSettings app = credentials.check(
                "authorization_code", call.query("grant_type"), call.query("appid"), call.query("secret"));
        String code = call.query("js_code");
        if (code == null) {
            throw new Refusal(41008, "missing code");
        }
        if (app.kind() != AppKind.MINI_PROGRAM) {
            throw new Refusal(40029, "invalid code");
        }
        return session(app, logins.login(code, app.appid()), call);
    }

    private Answer session(AppSettings app, Person person, Call call) {
        quotas.spendOfUser(call.path(), person.id(), LOGINS_A_MINUTE);
        String openid = users.openid(person.id(), app.appid());
        ObjectNode session =
                Json.object().put("session_key", sessionKeys.atLogin(openid)).put("openid", openid);
        String unionid = users.unionid(person.id(), app.appid());
        if (unionid != null) {
            session.put("unionid", unionid);
        }
        return Answer.json(session);
    }

    private Answer phoneNumber(AppSettings app, Call call) {
        JsonNode body = call.json();
        String code = Json.text(body, "code");
        if (code == null) {
            throw new Refusal(40029, "invalid code");
        }
        Person person = logins.phoneOwner(code, app.appid());
        String openid = Json.text(body, "openid");
        if (openid != null && !openid.equals(users.openid(person.id(), app.appid()))) {
            throw new Refusal(40029, "invalid code");
        }
        ObjectNode answer = Answer.okay();
        answer.putObject("phone_info")
                .put("phoneNumber", person.phone())
                .put("purePhoneNumber", person.phone())
                .put("countryCode", "86")
                .putObject("watermark")
                .put("timestamp", clock.epochSecond())
                .put("appid", app.appid());
        return Answer.json(answer);
    }
}
