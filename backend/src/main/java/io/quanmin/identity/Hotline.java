package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** People who are known by their phone, because they rang. */
public interface Hotline {

    /**
     * The person who rang, with their spoken consent written down: whoever bound this phone in WeChat, else whoever rang from it
     * before, else somebody new. When they bind the phone in WeChat later, what they rang about becomes theirs. Fails with
     * {@code InvalidFields} for an agreement there is none of.
     */
    Mono<Id> caller(Call call);

    /** A phone number as it is kept; empty when it is none of this country. */
    static Optional<String> number(String typed) {
        return Phone.domestic(typed);
    }
}
