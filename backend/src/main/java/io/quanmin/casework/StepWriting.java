package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.media.Photos;
import io.quanmin.notice.Notice;
import io.quanmin.rulebook.FlowTable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Writes a decided step in one transaction: all of it, or nothing when somebody else was faster. */
@Component
class StepWriting {

    /** Steps at which a person has looked at all photos of the case. */
    private static final Set<String> LOOKED = Set.of("accept", "pass", "approve", "disapprove");

    private final CommandTable commands;
    private final CaseTable cases;
    private final ClaimTable claims;
    private final ResultTable results;
    private final ChildTaskTable tasks;
    private final AssignmentTable assignments;
    private final CasePhotoTable photoTable;
    private final Photos photos;
    private final Journal journal;
    private final Aftercare aftercare;
    private final TransactionalOperator transaction;

    StepWriting(
            CommandTable commands,
            CaseTable cases,
            ClaimTable claims,
            ResultTable results,
            ChildTaskTable tasks,
            AssignmentTable assignments,
            CasePhotoTable photoTable,
            Photos photos,
            Journal journal,
            Aftercare aftercare,
            TransactionalOperator transaction) {
        this.commands = commands;
        this.cases = cases;
        this.claims = claims;
        this.results = results;
        this.tasks = tasks;
        this.assignments = assignments;
        this.photoTable = photoTable;
        this.photos = photos;
        this.journal = journal;
        this.aftercare = aftercare;
        this.transaction = transaction;
    }

    /** The case's id; empty, and nothing written, when the case or the command was another's turn already. */
    Mono<Id> write(Turn turn, Facts facts, Decision.Taken taken, List<Notice> notices) {
        return commands.claim(
                        turn.command(), turn.caseId(), taken.steps().getFirst().at())
                .filter(fresh -> fresh)
                .flatMap(fresh ->
                        lockTarget(turn, facts).then(handLeft(turn, facts)).then(move(turn.version(), facts, taken)))
                .delayUntil(moved -> nobodyElseWaits(turn))
                .delayUntil(moved -> aftercare.of(taken.next(), taken.steps(), facts.rules()))
                .flatMap(moved -> write(turn, taken, notices))
                .as(transaction::transactional)
                .onErrorResume(Overtaken.class, overtaken -> Mono.empty());
    }

    /** A step the service takes by itself; false, and nothing written, when somebody else moved the case meanwhile. */
    Mono<Boolean> write(Facts facts, Decision.Taken taken, List<Notice> notices) {
        Journal.Entry entry = Journal.Entry.automatic(taken, notices);
        return move(facts.subject().now().version(), facts, taken)
                .flatMap(moved -> journal.write(entry)
                        .then(aftercare.of(taken.next(), taken.steps(), facts.rules()))
                        .thenReturn(true))
                .as(transaction::transactional)
                .onErrorReturn(Overtaken.class, false);
    }

    /** Only one of two merges the other way round finds its target still open. */
    private Mono<Void> lockTarget(Turn turn, Facts facts) {
        return turn.move() instanceof Move.Merge merge
                ? cases.lock(turn.caseId(), merge.into())
                        .then(cases.find(merge.into()))
                        .filter(target -> facts.isOpen(target))
                        .switchIfEmpty(Mono.error(MergeTargetUnfit::new))
                        .then()
                : Mono.empty();
    }

    /** A person who claims two at once is counted twice, one after the other. */
    private Mono<Void> handLeft(Turn turn, Facts facts) {
        int most = facts.rules().claims().atOnce();
        return turn.move() instanceof Move.Claim
                ? claims.held(turn.actor().person())
                        .filter(held -> held >= most)
                        .flatMap(held -> Mono.error(new ClaimsEnough(most)))
                : Mono.empty();
    }

    /** Asked while the case is locked: whoever merges into it meanwhile waits, and then finds it withdrawn. */
    private Mono<Void> nobodyElseWaits(Turn turn) {
        return turn.move() instanceof Move.Withdraw
                ? cases.followers(turn.caseId(), 1)
                        .hasElements()
                        .filter(followed -> followed)
                        .flatMap(followed -> Mono.error(new OthersReportedToo()))
                : Mono.empty();
    }

    /** Nothing moved: the transaction, and with it the claimed command, is rolled back. */
    private Mono<Boolean> move(long from, Facts facts, Decision.Taken taken) {
        FlowTable.Stage stage =
                facts.rules().flow().stage(taken.next().now().stage()).orElseThrow();
        return cases.move(taken.next(), from, stage)
                .flatMap(rows -> rows == 1 ? Mono.just(true) : Mono.error(new Overtaken()))
                .delayUntil(moved -> tasks.save(taken.next().id(), taken.tasks()))
                .delayUntil(moved -> leave(facts.subject(), taken, stage));
    }

    /** Who saw to a task in a unit does so no longer once it is elsewhere, or done. */
    private Mono<Void> leave(CaseFile before, Decision.Taken taken, FlowTable.Stage stage) {
        boolean stays = stage.open()
                && taken.tasks().isEmpty()
                && Objects.equals(before.now().unit(), taken.next().now().unit());
        return stays
                ? Mono.empty()
                : assignments.leave(taken.next().id(), taken.steps().getLast().at());
    }

    private Mono<Id> write(Turn turn, Decision.Taken taken, List<Notice> notices) {
        Journal.Entry entry =
                new Journal.Entry(taken.next(), taken.steps(), turn.actor().person(), Brought.by(turn.move()), notices);
        return journal.write(entry)
                .then(keepResult(turn, taken))
                .then(redirect(turn))
                .then(judgePhotos(turn))
                .thenReturn(turn.caseId());
    }

    private Mono<Void> keepResult(Turn turn, Decision.Taken taken) {
        Result.Checked checked = taken.checked();
        return checked == null
                ? Mono.empty()
                : results.add(turn.caseId(), taken.steps().getFirst().version(), checked);
    }

    private Mono<Void> redirect(Turn turn) {
        return turn.move() instanceof Move.Merge merge ? cases.redirect(turn.caseId(), merge.into()) : Mono.empty();
    }

    /** Photos the content check left to a person have now been looked at by one. */
    private Mono<Void> judgePhotos(Turn turn) {
        return LOOKED.contains(turn.move().step())
                ? photoTable
                        .of(turn.caseId())
                        .map(CasePhoto::photo)
                        .collectList()
                        .flatMap(photos::lookedAt)
                : Mono.empty();
    }

    /** Ends the transaction without a trace; never leaves this class. */
    private static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("Somebody else was faster", null, false, false);
        }
    }
}
