package io.quanmin.wechat;

import java.io.IOException;
import reactor.core.publisher.Mono;

/** How a call ended, as a value: a thread whose caller has gone must have nothing left to throw. */
sealed interface Reply<T> {

    record Answer<T>(T body) implements Reply<T> {}

    record Failure<T>(IOException why) implements Reply<T> {}

    default Mono<T> opened() {
        return switch (this) {
            case Answer<T>(T body) -> Mono.just(body);
            case Failure<T>(IOException why) -> Mono.error(why);
        };
    }
}
