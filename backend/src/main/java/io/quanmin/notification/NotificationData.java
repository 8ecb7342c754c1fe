package io.quanmin.notification;

import io.quanmin.identity.People;
import io.quanmin.identity.PersonalData;
import io.quanmin.kernel.Id;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a person was told, and how they want to be told. */
@Component
final class NotificationData implements PersonalData {

    private final People people;
    private final NotificationDataTable table;
    private final PreferenceTable preferences;

    NotificationData(People people, NotificationDataTable table, PreferenceTable preferences) {
        this.people = people;
        this.table = table;
        this.preferences = preferences;
    }

    @Override
    public String section() {
        return "notification";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "notification.reader",
                "notification.item",
                "notification.preference",
                "notification.ticket",
                "notification.subscription",
                "notification.message");
    }

    private record Export(Object inbox, Object messages, Object subscriptions, Preferences preferences) {}

    @Override
    public Mono<Object> export(Id person) {
        return Mono.zip(
                        table.items(person),
                        table.messages(person),
                        table.subscriptions(person),
                        preferences.of(person))
                .map(all -> new Export(all.getT1(), all.getT2(), all.getT3(), all.getT4()));
    }

    @Override
    public Mono<Void> erase(Id person) {
        return people.openids(person).collectList().flatMap(openids -> table.erase(person, openids));
    }

    @Override
    public Mono<Void> merge(Id person, Id into) {
        return person.equals(into) ? Mono.empty() : table.handOver(person, into);
    }
}
