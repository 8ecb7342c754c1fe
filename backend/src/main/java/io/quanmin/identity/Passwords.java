package io.quanmin.identity;

import io.quanmin.kernel.ServiceAway;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Argon2id, off the event loop and a few at a time. */
@Component
final class Passwords {

    private final Argon2PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Scheduler scheduler;
    /** Checked where there is no password to check, so that the answer takes as long. */
    private final String nobodys = argon2.encode("nobody has this password");

    Passwords(DeskSettings settings) {
        this.scheduler = Schedulers.newBoundedElastic(
                settings.hashers(), Math.max(1, settings.waiting() / settings.hashers()), "argon2", 60, true);
    }

    /** The hash to keep, in PHC form. */
    Mono<String> hash(String password) {
        return Mono.fromCallable(() -> argon2.encode(password))
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, crowd -> new ServiceAway());
    }

    /** Whether it is the password of this hash; never of an absent one, which takes as long to find out. */
    Mono<Boolean> matches(String password, @Nullable String hash) {
        return Mono.fromCallable(() -> argon2.matches(password, hash == null ? nobodys : hash) && hash != null)
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, crowd -> new ServiceAway());
    }

    @PreDestroy
    void close() {
        scheduler.dispose();
    }
}
