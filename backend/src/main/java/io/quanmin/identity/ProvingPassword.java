package io.quanmin.identity;

import io.quanmin.identity.DeskAttemptTable.Attempt;
import io.quanmin.identity.DeskAttemptTable.Counted;
import io.quanmin.kernel.CitySettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out whether a password is a login's. Neither the words nor the time of the answer tell whether the login exists. */
@Component
final class ProvingPassword {

    private final DeskAttemptTable attempts;
    private final StaffTable staff;
    private final Passwords passwords;
    private final DeskSettings settings;
    private final CitySettings city;
    private final Clock clock;

    ProvingPassword(
            DeskAttemptTable attempts,
            StaffTable staff,
            Passwords passwords,
            DeskSettings settings,
            CitySettings city,
            Clock clock) {
        this.attempts = attempts;
        this.staff = staff;
        this.passwords = passwords;
        this.settings = settings;
        this.city = city;
        this.clock = clock;
    }

    /** Fails with {@link DeskLoginRefused} or {@link DeskLocked}. No database connection is held while the password is checked. */
    Mono<StaffTable.Credentials> prove(String login, String password) {
        Attempt attempt = new Attempt(city.code(), login.toLowerCase(Locale.ROOT), clock.instant());
        return count(attempt)
                .then(Mono.defer(() -> judge(attempt, password)))
                .flatMap(proven -> attempts.forget(attempt).thenReturn(proven));
    }

    private Mono<Void> count(Attempt attempt) {
        return attempts.count(attempt, settings.attempts(), attempt.at().minus(settings.lock()))
                .mapNotNull(counted -> locked(attempt, counted).orElse(null))
                .flatMap(wait -> Mono.error(new DeskLocked(wait)));
    }

    private Optional<Duration> locked(Attempt attempt, Counted counted) {
        return counted.failures() > settings.attempts()
                ? Optional.of(Duration.between(attempt.at(), counted.failedAt().plus(settings.lock())))
                : Optional.empty();
    }

    private Mono<StaffTable.Credentials> judge(Attempt attempt, String password) {
        return staff.credentials(attempt.district(), attempt.login())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .filterWhen(found -> passwords.matches(
                        password, found.map(StaffTable.Credentials::hash).orElse(null)))
                .map(Optional::orElseThrow)
                .switchIfEmpty(Mono.error(DeskLoginRefused::new));
    }
}
