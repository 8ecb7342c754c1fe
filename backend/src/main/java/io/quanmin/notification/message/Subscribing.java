package io.quanmin.notification.message;

import io.quanmin.identity.Contact;
import io.quanmin.identity.People;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.notification.Template;
import io.quanmin.notification.Templates;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A citizen says what they want to be told of, and sees it. */
@Component
final class Subscribing {

    private static final Map<Template.Stage, String> TOLD = Map.of(
            Template.Stage.ACCEPTED, "case.accepted",
            Template.Stage.HANDLED, "case.handling",
            Template.Stage.CLOSED, "case.closed");

    private final Ledger ledger;
    private final SubscriptionTable table;
    private final Templates templates;
    private final People people;
    private final MessageSettings settings;
    private final Clock clock;

    Subscribing(
            Ledger ledger,
            SubscriptionTable table,
            Templates templates,
            People people,
            MessageSettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.table = table;
        this.templates = templates;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<Subscriptions> of(Actor actor) {
        return Mono.zip(left(actor), templates.all())
                .map(known -> new Subscriptions(stages(known.getT1(), known.getT2()), settings.longTerm()));
    }

    /** WeChat may have reported an answer before anybody knew whose openid it is: now it is known. */
    private Mono<Map<String, Integer>> left(Actor actor) {
        return openid(actor.person())
                .flatMapMany(openid -> table.belongsTo(actor.person(), openid)
                        .thenMany(table.of(actor.person().district(), openid)))
                .collectMap(SubscriptionTable.Left::template, left -> left.frozen() ? 0 : left.balance());
    }

    private List<Subscriptions.StageBalance> stages(Map<String, Integer> left, Map<String, Template> texts) {
        return settings.templates().entrySet().stream()
                .map(stage -> new Subscriptions.StageBalance(
                        stage.getValue(),
                        stage.getKey().name().toLowerCase(Locale.ROOT),
                        title(stage.getKey(), texts),
                        left.getOrDefault(stage.getValue(), 0)))
                .toList();
    }

    /** Several texts are told by one template: a stage is called what the reporter of a case is told there. */
    private static String title(Template.Stage stage, Map<String, Template> texts) {
        Template text = texts.get(TOLD.get(stage));
        return text == null ? "" : text.title();
    }

    /** Counts what the popup's answer accepted; templates that are none of ours are passed over. */
    Mono<Void> accept(Actor actor, Collection<String> accepted, String asked) {
        return openid(actor.person())
                .flatMap(openid -> Flux.fromIterable(accepted)
                        .filter(settings.templates()::containsValue)
                        .concatMap(template -> ledger.accepted(acceptance(actor, openid, template, asked)))
                        .then(table.belongsTo(actor.person(), openid)));
    }

    private Acceptance acceptance(Actor actor, String openid, String template, String asked) {
        return new Acceptance(
                actor.person().district(),
                openid,
                template,
                "client:" + asked,
                Acceptance.Source.CLIENT,
                clock.instant());
    }

    private Mono<String> openid(Id person) {
        return people.contacts(List.of(person)).next().mapNotNull(Contact::openid);
    }
}
