package io.quanmin.identity;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Logs staff in with a password. */
@Component
final class LoggingInAtDesk {

    private final RateLimits limits;
    private final ProvingPassword proving;
    private final OpeningSessions sessions;

    LoggingInAtDesk(RateLimits limits, ProvingPassword proving, OpeningSessions sessions) {
        this.limits = limits;
        this.proving = proving;
        this.sessions = sessions;
    }

    /** Fails with {@link DeskLoginRefused} or {@link DeskLocked}. */
    Mono<OpenedSession> login(String login, String password, String address) {
        return limits.take(RateLimits.Kind.DESK_LOGIN, address)
                .then(Mono.defer(() -> proving.prove(login, password)))
                .flatMap(proven -> sessions.open(proven.person(), Via.DESK));
    }
}
