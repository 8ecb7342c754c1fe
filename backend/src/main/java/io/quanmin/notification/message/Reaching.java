package io.quanmin.notification.message;

import io.quanmin.identity.People;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.notification.MessageDue;
import io.quanmin.notification.PreferenceBook;
import io.quanmin.notification.Templates;
import io.quanmin.outbox.NotYet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings one person their news by WeChat, where there is a way. */
@Component
final class Reaching {

    private final People people;
    private final PreferenceBook preferences;
    private final Templates templates;
    private final SubscribeSending subscribe;
    private final ServiceSending service;
    private final MessageTable messages;
    private final MessageSettings settings;
    private final CitySettings city;
    private final Clock clock;

    Reaching(
            People people,
            PreferenceBook preferences,
            Templates templates,
            SubscribeSending subscribe,
            ServiceSending service,
            MessageTable messages,
            MessageSettings settings,
            CitySettings city,
            Clock clock) {
        this.people = people;
        this.preferences = preferences;
        this.templates = templates;
        this.subscribe = subscribe;
        this.service = service;
        this.messages = messages;
        this.settings = settings;
        this.city = city;
        this.clock = clock;
    }

    /**
     * Fails with {@link NotYet} while it has to wait. Who was erased meanwhile hears nothing.
     *
     * @param delivery id of the delivery, the same at each attempt
     */
    Mono<Void> reach(Id delivery, MessageDue news) {
        return Mono.zip(
                        templates.of(news.template()),
                        people.contacts(List.of(news.person())).next(),
                        preferences.of(news.person()))
                .flatMap(known -> reach(
                        new Letter(delivery, news, known.getT1(), city.zone()),
                        Way.of(news, known.getT1(), known.getT2(), known.getT3(), now())));
    }

    private Mono<Void> reach(Letter letter, Way way) {
        return switch (way) {
            case Way.Subscribe citizen -> subscribe.send(letter, citizen);
            case Way.Service official -> service.send(letter, official);
            case Way.Unreachable unreachable ->
                messages.note(letter.key(), settings.duty(), unreachable.why(), clock.instant());
            case Way.Later later -> Mono.error(() -> new NotYet(Duration.between(clock.instant(), later.at())));
            case Way.None none -> Mono.empty();
        };
    }

    private Way.Now now() {
        Instant instant = clock.instant();
        return new Way.Now(instant, instant.minus(settings.staleAfter()), city.zone());
    }
}
