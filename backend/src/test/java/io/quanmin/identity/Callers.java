package io.quanmin.identity;

import static io.quanmin.testing.Await.now;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.wechat.WeChatAccount;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Somebody of each role, and some who are nobody; each time with a session nobody used before. */
final class Callers {

    private final Map<Role, Id> persons = new EnumMap<>(Role.class);
    private final Citizens citizens;
    private final StaffAdministration administration;
    private final StaffTable staff;
    private final OpeningSessions opening;
    private final EndingSessions ending;
    private final DatabaseClient database;

    Callers(
            Citizens citizens,
            StaffAdministration administration,
            StaffTable staff,
            OpeningSessions opening,
            EndingSessions ending,
            DatabaseClient database) {
        this.citizens = citizens;
        this.administration = administration;
        this.staff = staff;
        this.opening = opening;
        this.ending = ending;
        this.database = database;
    }

    Caller of(Role role) {
        Id person = persons.computeIfAbsent(role, this::person);
        Via via = role == Role.CITIZEN ? Via.WECHAT : Via.DESK;
        return new Caller(role.name(), Optional.of(open(person, via).token()));
    }

    Caller nobody() {
        return new Caller("nobody", Optional.empty());
    }

    Caller invented() {
        return new Caller("an invented token", Optional.of(new Tokens().next()));
    }

    Caller expired() {
        OpenedSession session = open(persons.computeIfAbsent(Role.CITIZEN, this::person), Via.WECHAT);
        done(database.sql("update identity.session set expires_at = created_at where id = :id")
                .bind("id", session.id().value())
                .then());
        return new Caller("an expired session", Optional.of(session.token()));
    }

    Caller revoked() {
        OpenedSession session = open(persons.computeIfAbsent(Role.SYSTEM_ADMIN, this::person), Via.DESK);
        done(ending.end(session.id()));
        return new Caller("a revoked session", Optional.of(session.token()));
    }

    private OpenedSession open(Id person, Via via) {
        return now(opening.open(person, via));
    }

    private Id person(Role role) {
        return role == Role.CITIZEN
                ? now(citizens.come(new WeChatAccount(Door.stranger(), null)))
                : now(administration.addStaff(member(role)).flatMap(staff::lock))
                        .person();
    }

    private static NewStaff member(Role role) {
        String login = "m" + UUID.randomUUID().toString().substring(0, 12);
        return new NewStaff(login, "周正", null, Set.of(role), null, "990102", false);
    }

    private static void done(Mono<Void> mono) {
        mono.as(StepVerifier::create).verifyComplete();
    }

    /** Somebody who calls. */
    record Caller(String name, Optional<String> token) {}
}
