package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import reactor.core.publisher.Mono;

/** Phone numbers of persons, for those who must call them. */
public interface PhoneBook {

    /** A number with its middle hidden; empty where the person gave none. */
    Mono<String> masked(Id person);

    /**
     * The whole number; that it was shown is written down. Empty where the person gave none.
     *
     * @param about why, such as the number of a case
     */
    Mono<String> shown(Id person, Actor to, String about);
}
