package io.quanmin.identity;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Reactive;
import io.quanmin.outbox.Outbox;
import io.quanmin.wechat.WeChatAccount;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Finds the person of a WeChat account, or greets a new one. */
@Component
final class ComingCitizens implements Citizens {

    private final PersonTable people;
    private final WeChatAccountTable accounts;
    private final ServiceAccountTable services;
    private final MergingPeople merging;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final CitySettings city;
    private final Ids ids;
    private final Clock clock;

    ComingCitizens(
            PersonTable people,
            WeChatAccountTable accounts,
            ServiceAccountTable services,
            MergingPeople merging,
            Outbox outbox,
            TransactionalOperator transaction,
            CitySettings city,
            Ids ids,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.services = services;
        this.merging = merging;
        this.outbox = outbox;
        this.transaction = transaction;
        this.city = city;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Id> come(WeChatAccount account) {
        return known(account)
                .switchIfEmpty(Mono.defer(() -> join(account)))
                .flatMap(person -> adopt(person, account))
                .as(transaction::transactional);
    }

    @Override
    public Mono<Void> rename(Id person, String name) {
        return people.rename(person, name).transform(Reactive.exactlyOne(NoSuchThing::new));
    }

    private Mono<Id> known(WeChatAccount account) {
        return accounts.seen(city.code(), account.openid(), clock.instant())
                .flatMap(known -> isNews(account, known) ? attach(account, known.person()) : Mono.just(known.person()));
    }

    private static boolean isNews(WeChatAccount account, WeChatAccountTable.Known known) {
        return account.unionid() != null && !account.unionid().equals(known.unionid());
    }

    /** A unionid came late: whoever was known by it is the same person, and the older account stays. */
    private Mono<Id> attach(WeChatAccount account, Id person) {
        return accounts.attachUnionid(city.code(), account)
                .then(accounts.byUnionid(city.code(), Objects.requireNonNull(account.unionid())))
                .flatMap(oldest -> oldest.equals(person) ? Mono.just(person) : merging.merge(person, oldest));
    }

    private Mono<Id> join(WeChatAccount account) {
        return sameUnionid(account)
                .switchIfEmpty(Mono.fromSupplier(() -> ids.next(city.code())))
                .flatMap(person -> accounts.add(account, person, clock.instant())
                        .flatMap(rows -> rows == 1 ? greet(person) : known(account)));
    }

    private Mono<Id> sameUnionid(WeChatAccount account) {
        return account.unionid() == null ? Mono.empty() : accounts.byUnionid(city.code(), account.unionid());
    }

    private Mono<Id> greet(Id person) {
        return people.add(person, clock.instant())
                .flatMap(rows -> rows == 1 ? outbox.add(person, new PersonEvent.Joined(person)) : Mono.empty())
                .thenReturn(person);
    }

    /** At every coming, because a follow and a first coming at the same moment do not see each other. */
    private Mono<Id> adopt(Id person, WeChatAccount account) {
        return account.unionid() == null
                ? Mono.just(person)
                : services.adopt(person, account.unionid()).thenReturn(person);
    }
}
