package io.quanmin.wechatsandbox.http;

import io.quanmin.wechatsandbox.base.AppKind;
import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** WeChat's paths: which method each wants, and whether it wants a token and of which kind of account. */
public final class Routes {

    /** @param usesToken whether a dead token can be the answer, so that a token storm hits it */
    record Route(Verb verb, boolean usesToken, Handler handler) {

        Answer answer(Call call) {
            if (verb == Verb.POST && !call.isPost()) {
                throw new Refusal(43002, "require POST method");
            }
            return handler.answer(call);
        }
    }

    private final Map<String, Route> routes = new HashMap<>();
    private final TokenGuard guard;
    private final Quotas quotas;

    public Routes(TokenGuard guard, Quotas quotas) {
        this.guard = guard;
        this.quotas = quotas;
    }

    /** A path that asks for no access_token and ignores one. */
    public void open(Verb verb, String path, Handler handler) {
        routes.put(path, new Route(verb, false, handler));
    }

    /** A path for any account with a good token. */
    public void guarded(Verb verb, String path, AppHandler handler) {
        guarded(verb, path, Set.of(AppKind.values()), handler);
    }

    /** A path for one kind of account only; others get 48001. */
    public void guarded(Verb verb, String path, AppKind kind, AppHandler handler) {
        guarded(verb, path, Set.of(kind), handler);
    }

    private void guarded(Verb verb, String path, Set<AppKind> kinds, AppHandler handler) {
        routes.put(path, new Route(verb, true, call -> {
            AppSettings app = guard.accountOf(call.query("access_token"));
            if (!kinds.contains(app.kind())) {
                throw new Refusal(48001, "api unauthorized");
            }
            quotas.spend(app.appid(), path);
            return handler.answer(app, call);
        }));
    }

    Route find(String path) {
        Route route = routes.get(path);
        if (route == null) {
            throw new Refusal(40066, "invalid url");
        }
        return route;
    }

    boolean exists(String path) {
        return routes.containsKey(path);
    }

    boolean usesToken(String path) {
        Route route = routes.get(path);
        return route != null && route.usesToken();
    }
}
