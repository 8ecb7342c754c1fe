package io.quanmin.volunteer;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Reactive;
import io.quanmin.outbox.Outbox;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Pausing, resuming and leaving. */
@Component
class Serving {

    private static final int LONGEST_PAUSE_DAYS = 366;

    private final VolunteerTable table;
    private final QuizTable quizzes;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final CitySettings city;
    private final Clock clock;

    Serving(
            VolunteerTable table,
            QuizTable quizzes,
            Outbox outbox,
            TransactionalOperator transaction,
            CitySettings city,
            Clock clock) {
        this.table = table;
        this.quizzes = quizzes;
        this.outbox = outbox;
        this.transaction = transaction;
        this.city = city;
        this.clock = clock;
    }

    /** Nobody asks them before that day. */
    Mono<Void> pause(Id person, LocalDate until) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), city.zone());
        return until.isAfter(today) && !until.isAfter(today.plusDays(LONGEST_PAUSE_DAYS))
                ? table.pause(person, until).transform(Reactive.exactlyOne(NotAVolunteer::new))
                : Mono.error(new InvalidFields("until", "out-of-range", "请选择明天以后、一年以内的日期"));
    }

    Mono<Void> resume(Id person) {
        return table.pause(person, null).transform(Reactive.exactlyOne(NotAVolunteer::new));
    }

    /**
     * What is kept of them here goes; what they answered stays without them. Who failed a quiz keeps the wait, or leaving and
     * joining again would be a way round it. Again is the same.
     */
    Mono<Void> leave(Id person) {
        return table.remove(person)
                .filter(removed -> removed)
                .flatMap(removed -> outbox.add(person, new VolunteerEvent.Left(person)))
                .as(transaction::transactional);
    }

    /** With the account everything goes. */
    Mono<Void> erase(Id person) {
        return table.remove(person).then(quizzes.remove(person));
    }
}
