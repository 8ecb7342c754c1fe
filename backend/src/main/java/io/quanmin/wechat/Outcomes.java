package io.quanmin.wechat;

import java.io.IOException;
import reactor.core.publisher.Mono;

/** What a failed call means for the message in it. */
final class Outcomes {

    private Outcomes() {}

    /** A message that certainly stayed here fails with {@link WeChatAway}; every other end is an outcome. */
    static Mono<SendOutcome> of(IOException failure) {
        return switch (failure) {
            case Refusal refusal -> Mono.just(decide(refusal));
            case Silence silence when silence.sent() -> Mono.just(new SendOutcome.Unknown(silence.what()));
            default -> Mono.error(Away.because(failure));
        };
    }

    /** A code nobody knows is not tried again: the platform punishes insisting. */
    static SendOutcome decide(Refusal refusal) {
        return Codes.later(refusal.code())
                ? new SendOutcome.Later(refusal.code(), refusal.reason())
                : new SendOutcome.Refused(refusal.code(), refusal.reason(), refusal.rid());
    }
}
