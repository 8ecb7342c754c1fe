package io.quanmin.wechat.callback;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.wechat.WeChatSettings;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes pushes: proves them, keeps them, and says so. Reading them comes later, so that WeChat is answered at once. */
@Component
class Receiving {

    private final Map<String, PushAccount> accounts = new HashMap<>();
    private final CallbackTable table;
    private final Ids ids;
    private final Clock clock;
    private final CallbackSettings settings;
    private final String district;
    private final Hint hint;

    Receiving(
            WeChatSettings weChat,
            CallbackSettings settings,
            CallbackTable table,
            Ids ids,
            Clock clock,
            CitySettings city,
            Hint hint) {
        if (weChat.mini().keys().present()) {
            accounts.put("mini", new PushAccount(weChat.mini().keys(), settings.maxAge(), clock));
        }
        if (weChat.service().keys().present()) {
            accounts.put("service", new PushAccount(weChat.service().keys(), settings.maxAge(), clock));
        }
        this.table = table;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.district = city.code();
        this.hint = hint;
    }

    /** Fails with {@link PushNotGenuine}, or {@link NoSuchThing} for an account the city does not have. */
    void verify(String account, PushProof proof) {
        account(account).check(proof);
    }

    /** Completes when the push is kept; also when it was before. */
    Mono<Void> receive(String account, PushProof proof, byte[] body) {
        return Mono.fromSupplier(() -> account(account).open(proof, body))
                .flatMap(message -> keep(account, message))
                .timeout(settings.answerBy())
                .then(Mono.fromRunnable(hint::give));
    }

    private Mono<Void> keep(String account, byte[] message) {
        return table.keep(ids.next(district), account, PushKey.of(message), message, clock.instant());
    }

    private PushAccount account(String name) {
        PushAccount account = accounts.get(name);
        if (account == null) {
            throw new NoSuchThing();
        }
        return account;
    }
}
