package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.wechat.WeChat;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Binds the phone number that WeChat vouches for, and unbinds it. */
@Component
final class BindingPhone {

    private final RateLimits limits;
    private final WeChat wechat;
    private final PhoneCipher cipher;
    private final PhoneTable table;
    private final Clock clock;

    BindingPhone(RateLimits limits, WeChat wechat, PhoneCipher cipher, PhoneTable table, Clock clock) {
        this.limits = limits;
        this.wechat = wechat;
        this.cipher = cipher;
        this.table = table;
        this.clock = clock;
    }

    /** Replaces an earlier number. The number itself is never kept or logged in the clear. */
    Mono<Void> bind(Id person, String code) {
        return limits.take(RateLimits.Kind.WECHAT, person.toString())
                .then(Mono.defer(() -> wechat.phone(code)))
                .map(number -> cipher.seal(Phone.normal(number)))
                .flatMap(phone -> table.put(person, phone, clock.instant()));
    }

    /** Again is the same. */
    Mono<Void> unbind(Id person) {
        return table.remove(person);
    }
}
