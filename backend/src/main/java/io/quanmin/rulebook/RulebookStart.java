package io.quanmin.rulebook;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Reads the rulebook before the first request: a service without sound rules refuses to start. */
@Component
class RulebookStart implements SmartInitializingSingleton {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Rulebook rulebook;
    private final Clock clock;

    RulebookStart(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** Waits on the thread that starts the service, where nothing else runs yet. */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            rulebook.inForce(clock.instant()).timeout(PATIENCE).toFuture().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
        }
    }
}
