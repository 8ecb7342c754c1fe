package io.quanmin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.testing.CityTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@CityTest
@TestPropertySource(properties = "quanmin.embedded.database=rulebook")
final class RulebookTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Autowired
    private DatabaseClient database;

    @Autowired
    private VersionTable table;

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);

    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return time.get();
        }
    };

    @AfterEach
    void onlyWhatTheMigrationsWroteStays() {
        run("delete from rulebook.version where number > 4");
    }

    @Test
    void thePresentVersionIsInForceAfterMigration() {
        Rules present = Books.present();
        rulebook()
                .inForce(NOW)
                .as(StepVerifier::create)
                .assertNext(rules -> assertThat(rules).isEqualTo(present))
                .verifyComplete();
    }

    @Test
    void aVersionApprovedAheadTakesEffectOnItsDateAndTheOldOneCanStillBeAskedFor() {
        Rulebook rulebook = rulebook();
        assertThat(numberInForce(rulebook)).isEqualTo(4);

        run("insert into rulebook.version select 5, '2026-11-24T00:00:00Z', approved_by, approved_at, content"
                + " from rulebook.version where number = 4");
        time.set(NOW.plus(Duration.ofMinutes(2)));
        assertThat(numberInForce(rulebook)).isEqualTo(4);

        time.set(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(numberInForce(rulebook)).isEqualTo(5);
        rulebook.version(1)
                .map(Rules::version)
                .as(StepVerifier::create)
                .expectNext(1)
                .verifyComplete();
    }

    @Test
    void whatWasDecidedLastHoldsAlsoWhereAnEarlierDecisionTakesEffectLater() {
        run("insert into rulebook.version select 5, '2030-01-01T00:00:00Z', approved_by, approved_at, content"
                + " from rulebook.version where number = 4");
        run("insert into rulebook.version select 6, '2026-11-23T00:00:00Z', approved_by, approved_at, content"
                + " from rulebook.version where number = 4");
        Rulebook rulebook = rulebook();
        assertThat(numberInForce(rulebook)).isEqualTo(6);

        time.set(Instant.parse("2030-01-02T00:00:00Z"));

        assertThat(numberInForce(rulebook)).isEqualTo(6);
    }

    @Test
    void aVersionNotYetSeenByThisNodeIsReadWhenAskedForByNumber() {
        Rulebook rulebook = rulebook();
        assertThat(numberInForce(rulebook)).isEqualTo(4);

        run("insert into rulebook.version select 5, '2026-11-23T00:00:00Z', approved_by, approved_at, content"
                + " from rulebook.version where number = 4");

        rulebook.version(5)
                .map(Rules::version)
                .as(StepVerifier::create)
                .expectNext(5)
                .verifyComplete();
    }

    @Test
    void anUnsoundVersionIsNotTakenAndTheOldRulesGoOn() {
        Rulebook rulebook = rulebook();
        assertThat(numberInForce(rulebook)).isEqualTo(4);

        run("insert into rulebook.version select 5, '2026-11-23T00:00:00Z', approved_by, approved_at,"
                + " jsonb_set(content, '{flow,steps}', '[]') from rulebook.version where number = 4");
        time.set(NOW.plus(Duration.ofMinutes(2)));

        assertThat(numberInForce(rulebook)).isEqualTo(4);
    }

    @Test
    void aServiceWithAnUnsoundVersionRefusesToStart() {
        run("insert into rulebook.version select 5, '2026-11-23T00:00:00Z', approved_by, approved_at,"
                + " content - 'calendar' from rulebook.version where number = 4");

        rulebook()
                .inForce(NOW)
                .as(StepVerifier::create)
                .expectErrorSatisfies(refused -> assertThat(refused)
                        .isInstanceOf(InvalidRulebook.class)
                        .hasMessageStartingWith("Version 5 of the rulebook cannot be used: its content cannot be read"))
                .verify();
    }

    private Rulebook rulebook() {
        return new CachedRulebook(table, clock);
    }

    private int numberInForce(Rulebook rulebook) {
        AtomicReference<Integer> number = new AtomicReference<>();
        Mono<Rules> inForce = rulebook.inForce(time.get()).doOnNext(rules -> number.set(rules.version()));
        StepVerifier.create(inForce).expectNextCount(1).verifyComplete();
        return number.get();
    }

    private void run(String sql) {
        database.sql(sql)
                .fetch()
                .rowsUpdated()
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
    }
}
