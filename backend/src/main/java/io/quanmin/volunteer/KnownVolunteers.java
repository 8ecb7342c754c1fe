package io.quanmin.volunteer;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class KnownVolunteers implements Volunteers {

    private final VolunteerTable table;
    private final CallTable calls;
    private final CitySettings city;
    private final Clock clock;

    KnownVolunteers(VolunteerTable table, CallTable calls, CitySettings city, Clock clock) {
        this.table = table;
        this.calls = calls;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public Flux<Id> call(Call call) {
        return call.rule().people() == 0 ? Flux.empty() : calls.call(call, LocalDate.ofInstant(call.at(), city.zone()));
    }

    @Override
    public Mono<Boolean> serving(Id person) {
        return found(person).hasElement();
    }

    @Override
    public Mono<Boolean> caresFor(Id person, String kind) {
        return found(person)
                .map(volunteer -> volunteer.wish().kinds().contains(kind))
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Void> answered(Id person) {
        return table.answered(person);
    }

    private Mono<Volunteer> found(Id person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), city.zone());
        return table.find(person).filter(volunteer -> volunteer.state(today) == Volunteer.State.SERVING);
    }
}
