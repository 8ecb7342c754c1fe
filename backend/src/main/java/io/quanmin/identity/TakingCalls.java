package io.quanmin.identity;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Reactive;
import io.quanmin.outbox.Outbox;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Finds or makes the person behind a phone number; two calls from one number at once make one person. */
@Component
final class TakingCalls implements Hotline {

    private final CallerTable callers;
    private final PersonTable people;
    private final PhoneTable phones;
    private final ConsentTable consents;
    private final PhoneCipher cipher;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final CitySettings city;
    private final Ids ids;
    private final Clock clock;

    TakingCalls(
            CallerTable callers,
            PersonTable people,
            PhoneTable phones,
            ConsentTable consents,
            PhoneCipher cipher,
            Outbox outbox,
            TransactionalOperator transaction,
            CitySettings city,
            Ids ids,
            Clock clock) {
        this.callers = callers;
        this.people = people;
        this.phones = phones;
        this.consents = consents;
        this.cipher = cipher;
        this.outbox = outbox;
        this.transaction = transaction;
        this.city = city;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Id> caller(Call call) {
        EncryptedPhone phone = cipher.seal(Phone.normal(call.phone()));
        return consents.exists(city.code(), call.agreement())
                .filter(there -> there)
                .transform(Reactive.orFail(() -> new InvalidFields("caller.agreement", "unknown", "没有这个版本的协议")))
                .then(callers.lock(phone.blind()))
                .then(Mono.defer(() -> callers.byPhone(city.code(), phone.blind())))
                .switchIfEmpty(Mono.defer(() -> made(phone)))
                .flatMap(person -> noted(person, call))
                .as(transaction::transactional);
    }

    private Mono<Id> made(EncryptedPhone phone) {
        Id person = ids.next(city.code());
        return people.add(person, clock.instant())
                .then(phones.put(person, phone, clock.instant()))
                .then(outbox.add(person, new PersonEvent.Joined(person)))
                .thenReturn(person);
    }

    private Mono<Id> noted(Id person, Call call) {
        return callers.called(person, call.name(), clock.instant())
                .then(callers.consented(ids.next(city.code()), person, call, clock.instant()))
                .thenReturn(person);
    }
}
