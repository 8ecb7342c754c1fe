package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Problem;
import io.quanmin.kernel.ServiceAway;
import io.quanmin.rulebook.Rulebook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes steps of many cases, each in a transaction of its own and under a key of its own. */
@Component
class Bulk {

    /** Few, so that one person's many do not keep everybody else waiting for connections. */
    private static final int AT_ONCE = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Bulk.class);

    private final Stepping stepping;
    private final Commands commands;
    private final CaseTable cases;
    private final Summaries summaries;
    private final Rulebook rulebook;
    private final Clock clock;

    Bulk(Stepping stepping, Commands commands, CaseTable cases, Summaries summaries, Rulebook rulebook, Clock clock) {
        this.stepping = stepping;
        this.commands = commands;
        this.cases = cases;
        this.summaries = summaries;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /**
     * What became of each, in order. Fails with {@link InvalidFields} where there are none, more than the rules allow, or one case
     * twice; then nothing is done.
     */
    Mono<List<Outcome>> steps(Actor actor, @Nullable String key, List<BulkEndpoint.@Nullable BulkStep> items) {
        Command whole = commands.of(actor, key, "many");
        return rulebook.inForce(clock.instant())
                .flatMapMany(rules ->
                        Flux.fromIterable(checked(items, rules.quality().bulk())))
                .flatMapSequential(item -> one(actor, whole, item), AT_ONCE)
                .collectList();
    }

    private static List<BulkEndpoint.BulkStep> checked(List<BulkEndpoint.@Nullable BulkStep> items, int most) {
        Set<String> seen = new HashSet<>();
        if (items.isEmpty() || items.size() > most) {
            throw new InvalidFields("items", "out-of-range", "一次请选择 1 至 " + most + " 件案件");
        }
        for (BulkEndpoint.BulkStep item : items) {
            if (item == null || item.id() == null || item.step() == null || !seen.add(item.id())) {
                throw new InvalidFields("items", "twice", "每一项须带案件编号，同一案件只能出现一次");
            }
        }
        return items.stream().map(Objects::requireNonNull).toList();
    }

    private Mono<Outcome> one(Actor actor, Command whole, BulkEndpoint.BulkStep item) {
        String id = Objects.requireNonNull(item.id());
        return Mono.defer(() -> stepping.step(turn(actor, whole, id, item.step())))
                .flatMap(this::summary)
                .map(done -> new Outcome(id, done, null))
                .onErrorResume(failure -> Mono.just(new Outcome(id, null, problem(id, failure))));
    }

    /** One that fails takes from nobody what became of the others; whoever sends them again gets that one done. */
    private static Problem problem(String id, Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        LOG.error("A step of case {} among many failed", id, failure);
        return new ServiceAway();
    }

    private static Turn turn(Actor actor, Command whole, String id, StepRequest request) {
        Id caseId = Id.read(id).orElseThrow(NoSuchThing::new);
        Move move = request.read();
        long version = Objects.requireNonNull(request.version());
        String key = UUID.nameUUIDFromBytes((whole.key() + " " + caseId).getBytes(StandardCharsets.UTF_8))
                .toString();
        Command command = new Command(actor.person(), key, caseId + "@" + version + " " + move);
        return new Turn(actor, command, caseId, version, move);
    }

    private Mono<CaseSummary> summary(Id caseId) {
        return cases.find(caseId)
                .flatMap(file -> summaries.of(List.of(Found.of(file)), Sight.STAFF))
                .map(List::getFirst);
    }

    /**
     * What became of one.
     *
     * @param done the case afterwards; absent where there is a problem
     */
    record Outcome(
            String id, @Nullable CaseSummary done, @Nullable Problem problem) {}
}
