package io.quanmin.notification.message;

import io.quanmin.kernel.CitySettings;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The book of how many messages each person still allows from each template. WeChat cannot be asked, so each acceptance is
 * counted, once, though both the client and WeChat report it, in either order, perhaps twice, perhaps only one of them.
 */
@Component
final class Ledger {

    private final SubscriptionTable subscriptions;
    private final AnswerTable answers;
    private final MessageSettings settings;
    private final CitySettings city;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Ledger(
            SubscriptionTable subscriptions,
            AnswerTable answers,
            MessageSettings settings,
            CitySettings city,
            Clock clock,
            TransactionalOperator transaction) {
        this.subscriptions = subscriptions;
        this.answers = answers;
        this.settings = settings;
        this.city = city;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Counts an acceptance unless it, or the other side's report of it, was counted. */
    Mono<Void> accepted(Acceptance acceptance) {
        return subscriptions
                .lock(acceptance.district(), acceptance.openid(), acceptance.template(), clock.instant())
                .then(answers.keep(acceptance))
                .filter(fresh -> fresh)
                .flatMap(fresh -> count(acceptance))
                .as(transaction::transactional);
    }

    private Mono<Void> count(Acceptance acceptance) {
        return answers.match(acceptance, settings.answerWindow())
                .filter(matched -> !matched)
                .flatMap(counts -> subscriptions.oneMore(
                        acceptance.district(), acceptance.openid(), acceptance.template(), clock.instant()));
    }

    /** The person said in WeChat's settings that they want no more. */
    Mono<Void> refused(String openid, String template) {
        return subscriptions.none(city.code(), openid, template, clock.instant());
    }

    /** Whether a message may be tried: WeChat has the last word. */
    Mono<Boolean> allows(String openid, String template) {
        return subscriptions
                .of(city.code(), openid)
                .filter(left -> left.template().equals(template))
                .next()
                .map(left -> !left.frozen() && (settings.longTerm() || left.balance() > 0))
                .defaultIfEmpty(settings.longTerm());
    }
}
