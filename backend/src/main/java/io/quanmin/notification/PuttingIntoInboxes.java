package io.quanmin.notification;

import io.quanmin.kernel.Id;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notice.Urgency;
import io.quanmin.outbox.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts a notice into inboxes, once each, and from there on the ways to its readers. */
@Component
final class PuttingIntoInboxes {

    private static final int AT_ONCE = 500;

    private final InboxTable inbox;
    private final Templates templates;
    private final Outbox outbox;
    private final LivePush live;
    private final TransactionalOperator transaction;

    PuttingIntoInboxes(
            InboxTable inbox, Templates templates, Outbox outbox, LivePush live, TransactionalOperator transaction) {
        this.inbox = inbox;
        this.templates = templates;
        this.outbox = outbox;
        this.live = live;
        this.transaction = transaction;
    }

    /**
     * Puts it there, or in place of what was said about its subject where the template says so.
     * Whoever has the event's item already is only pushed again, which their connection notices.
     *
     * @param again whether this was tried before, perhaps with success
     */
    Mono<Void> put(Id event, Notice notice, List<Id> persons, boolean again) {
        return templates
                .of(notice.template())
                .flatMap(template -> Flux.fromIterable(persons)
                        .buffer(AT_ONCE)
                        .map(some -> new Portion(event, notice, template, some, again))
                        .concatMap(portion -> template.replaces() ? replace(portion) : put(portion))
                        .then());
    }

    private Mono<Void> replace(Portion portion) {
        return inbox.replace(portion.letter(), portion.persons());
    }

    private Mono<Void> put(Portion portion) {
        return inbox.put(portion.event().value(), portion.letter(), portion.persons())
                .collectList()
                .flatMap(fresh -> messagesDue(portion, fresh).thenReturn(fresh))
                .as(transaction::transactional)
                .flatMap(fresh -> portion.again() ? all(portion) : Mono.just(fresh))
                .flatMap(to ->
                        to.isEmpty() ? Mono.empty() : live.push(portion.letter().to(to)));
    }

    private Mono<List<News.To>> all(Portion portion) {
        return inbox.having(portion.event().value(), portion.persons()).collectList();
    }

    /** In the transaction that made the items, so that each is told of by WeChat once. */
    private Mono<Void> messagesDue(Portion portion, List<News.To> fresh) {
        if (portion.notice().urgency() == Urgency.QUIET || !portion.template().leavesTheHouse()) {
            return Mono.empty();
        }
        return Flux.fromIterable(fresh)
                .concatMap(to -> outbox.add(to.person(), portion.messageDue(to.person())))
                .then();
    }

    private record Portion(Id event, Notice notice, Template template, List<Id> persons, boolean again) {

        Letter letter() {
            return Letter.of(notice, template);
        }

        Object messageDue(Id person) {
            MessageDue message = new MessageDue(
                    person,
                    event,
                    notice.template(),
                    notice.parameters(),
                    notice.link(),
                    notice.urgency(),
                    notice.at());
            return notice.urgency() == Urgency.URGENT ? new MessageDue.Urgent(message) : message;
        }
    }
}
