package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Reactive;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Lets staff change their password at the desk. Whoever knew the old one is logged out, the one who changes it too. */
@Component
final class ChangingPassword {

    private final ProvingPassword proving;
    private final StaffTable staff;
    private final Passwords passwords;
    private final EndingSessions sessions;
    private final TransactionalOperator transaction;

    ChangingPassword(
            ProvingPassword proving,
            StaffTable staff,
            Passwords passwords,
            EndingSessions sessions,
            TransactionalOperator transaction) {
        this.proving = proving;
        this.staff = staff;
        this.passwords = passwords;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /**
     * Fails with {@link DeskLoginRefused} when the present password is wrong, which counts as a failed login, and with
     * {@code InvalidFields} when the next one is weak.
     */
    Mono<Void> change(Actor actor, String present, String next) {
        return staff.login(actor.person())
                .transform(Reactive.orFail(DeskLoginRefused::new))
                .flatMap(login -> strong(next, login).then(proving.prove(login, present)))
                .flatMap(proven -> passwords.hash(next))
                .flatMap(hash -> write(actor, hash).as(transaction::transactional))
                .flatMap(sessions::tell);
    }

    private static Mono<Void> strong(String password, String login) {
        Optional<String> broken = PasswordRules.broken(password, login);
        return Mono.justOrEmpty(broken)
                .flatMap(rule -> Mono.error(new InvalidFields("next", rule, PasswordRules.WORDS)));
    }

    private Mono<List<EndedSession>> write(Actor actor, String hash) {
        return staff.password(actor.person(), hash).then(sessions.write(actor.person()));
    }
}
