package io.quanmin.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A real process, really killed. */
@OutboxTest
class KillTests {

    private static final int SUBJECTS = 60;
    private static final int TIMES = 3;

    @Autowired
    private Post post;

    @Autowired
    private Environment environment;

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void end() {
        post.endAll();
        post.run("drop table if exists public.taken");
    }

    @Test
    void whatAProcessHeldWhenItWasKilledIsTakenByAnotherAndNothingIsLost() throws IOException {
        post.run("create table public.taken (id bigint generated always as identity, subject uuid, nth int)");
        Process victim = victim();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> post.knows("test.register"));
            post.subjects(SUBJECTS).forEach(subject -> post.tell(subject, TIMES));
            await().until(() -> taken() >= 20);
        } finally {
            victim.destroyForcibly();
        }
        await().until(() -> !victim.isAlive());
        assertThat(post.count("select count(*) from outbox.delivery where holder is not null"))
                .isPositive();
        assertThat(taken()).isLessThan(SUBJECTS * TIMES);
        post.start(Victim.consumer(post.database(), Duration.ZERO));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> post.count("select count(*) from outbox.delivery") == 0
                        && post.count("select count(*) from outbox.event where not fanned_out") == 0);
        assertThat(post.count("select count(*) from (select distinct subject, nth from public.taken) as each"))
                .isEqualTo(SUBJECTS * TIMES);
        assertThat(post.count("select count(*) from public.taken later where exists (select 1 from public.taken sooner"
                        + " where sooner.subject = later.subject and sooner.nth > later.nth and sooner.id < later.id)"))
                .as("events taken after a later one of their subject")
                .isZero();
    }

    private long taken() {
        return post.count("select count(*) from public.taken");
    }

    private Process victim() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        File log = folder.resolve("victim.log").toFile();
        return new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        property("spring.r2dbc.url"),
                        property("spring.r2dbc.username"),
                        property("spring.r2dbc.password"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log))
                .start();
    }

    private String property(String name) {
        return Objects.requireNonNull(environment.getProperty(name), name);
    }
}
