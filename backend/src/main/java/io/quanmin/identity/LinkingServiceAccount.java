package io.quanmin.identity;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.wechat.WeChat;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Finds out whose account in the service account a follower's is: by unionid, or by a code made for one person. */
@Component
final class LinkingServiceAccount {

    private static final String SCENE = "link-";

    private final RateLimits limits;
    private final WeChat wechat;
    private final ServiceTicketTable tickets;
    private final ServiceAccountTable accounts;
    private final Tokens tokens;
    private final DeskSettings settings;
    private final TransactionalOperator transaction;
    private final CitySettings city;
    private final Clock clock;

    LinkingServiceAccount(
            RateLimits limits,
            WeChat wechat,
            ServiceTicketTable tickets,
            ServiceAccountTable accounts,
            Tokens tokens,
            DeskSettings settings,
            TransactionalOperator transaction,
            CitySettings city,
            Clock clock) {
        this.limits = limits;
        this.wechat = wechat;
        this.tickets = tickets;
        this.accounts = accounts;
        this.tokens = tokens;
        this.settings = settings;
        this.transaction = transaction;
        this.city = city;
        this.clock = clock;
    }

    /** A code that links whoever scans it, once, to this person. The ticket is written when WeChat has made the code. */
    Mono<ServiceCode> code(Id person) {
        String ticket = SCENE + tokens.nextTyped();
        Instant expires = clock.instant().plus(settings.serviceCode());
        return limits.take(RateLimits.Kind.WECHAT, person.toString())
                .then(Mono.defer(() -> wechat.serviceAccountCode(ticket)))
                .flatMap(picture -> tickets.replace(person, Tokens.hash(ticket), expires)
                        .thenReturn(new ServiceCode(picture, expires)));
    }

    /** Somebody follows; again is the same. */
    Mono<Void> followed(String openid, @Nullable String scene, Instant at) {
        return wechat.follower(openid)
                .flatMap(follower -> person(scene, at)
                        .flatMap(person ->
                                accounts.follows(city.code(), openid, follower.unionid(), person.orElse(null), at))
                        .as(transaction::transactional));
    }

    /** Somebody follows no longer; again is the same. */
    Mono<Void> unfollowed(String openid, Instant at) {
        return accounts.unfollows(city.code(), openid, at);
    }

    private Mono<Optional<Id>> person(@Nullable String scene, Instant at) {
        if (scene == null || !scene.startsWith(SCENE)) {
            return Mono.just(Optional.empty());
        }
        return tickets.use(city.code(), Tokens.hash(scene), at)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** A scannable code. */
    record ServiceCode(URI picture, Instant expiresAt) {}
}
