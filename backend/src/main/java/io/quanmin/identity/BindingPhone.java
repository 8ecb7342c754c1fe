package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.wechat.WeChat;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Binds the phone number that WeChat vouches for, and unbinds it. */
@Component
final class BindingPhone {

    private final RateLimits limits;
    private final WeChat wechat;
    private final PhoneCipher cipher;
    private final PhoneTable table;
    private final CallerTable callers;
    private final MergingPeople merging;
    private final TransactionalOperator transaction;
    private final Clock clock;

    BindingPhone(
            RateLimits limits,
            WeChat wechat,
            PhoneCipher cipher,
            PhoneTable table,
            CallerTable callers,
            MergingPeople merging,
            TransactionalOperator transaction,
            Clock clock) {
        this.limits = limits;
        this.wechat = wechat;
        this.cipher = cipher;
        this.table = table;
        this.callers = callers;
        this.merging = merging;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Replaces an earlier number. The number itself is never kept or logged in the clear. Who rang from it before turns out to be
     * this person: what they rang about becomes theirs.
     */
    Mono<Void> bind(Id person, String code) {
        return limits.take(RateLimits.Kind.WECHAT, person.toString())
                .then(Mono.defer(() -> wechat.phone(code)))
                .map(number -> cipher.seal(Phone.normal(number)))
                .flatMap(phone -> bind(person, phone));
    }

    private Mono<Void> bind(Id person, EncryptedPhone phone) {
        return callers.lock(phone.blind())
                .then(table.put(person, phone, clock.instant()))
                .thenMany(Flux.defer(() -> callers.onlyCallers(person, phone.blind())))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(caller -> merging.merge(caller, person))
                .then()
                .as(transaction::transactional);
    }

    /** Again is the same. */
    Mono<Void> unbind(Id person) {
        return table.remove(person);
    }
}
