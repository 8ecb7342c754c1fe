package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens phone numbers, and writes down for whom. */
@Component
final class RecordedPhoneBook implements PhoneBook {

    private final PhoneTable phones;
    private final PhoneCipher cipher;
    private final Ids ids;
    private final Clock clock;

    RecordedPhoneBook(PhoneTable phones, PhoneCipher cipher, Ids ids, Clock clock) {
        this.phones = phones;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<String> masked(Id person) {
        return phones.of(person).map(cipher::open).map(Phone::masked);
    }

    @Override
    public Mono<String> shown(Id person, Actor to, String about) {
        return phones.of(person)
                .delayUntil(
                        found -> phones.shown(ids.next(person.district()), person, to.person(), about, clock.instant()))
                .map(cipher::open);
    }
}
