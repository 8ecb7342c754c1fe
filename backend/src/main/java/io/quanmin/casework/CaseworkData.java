package io.quanmin.casework;

import io.quanmin.identity.PersonalData;
import io.quanmin.kernel.Id;
import io.quanmin.rulebook.FormRules;
import io.quanmin.rulebook.Rulebook;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What casework keeps about a person. An erased reporter's cases stay, without the person. */
@Component
class CaseworkData implements PersonalData {

    private final CasePersonTable table;
    private final CaseErasureTable erasure;
    private final FormAnswerTable answers;
    private final Rulebook rulebook;

    CaseworkData(CasePersonTable table, CaseErasureTable erasure, FormAnswerTable answers, Rulebook rulebook) {
        this.table = table;
        this.erasure = erasure;
        this.answers = answers;
        this.rulebook = rulebook;
    }

    @Override
    public String section() {
        return "casework";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "casework.case_file",
                "casework.step",
                "casework.photo_judgement",
                "casework.command",
                "casework.supporter",
                "casework.hold",
                "casework.feedback",
                "casework.child_task",
                "casework.thread_message",
                "casework.assignment",
                "casework.desk_view");
    }

    @Override
    public Mono<Object> export(Id person) {
        return Mono.zip(
                        table.reports(person).map(ExportedCase::of).collectList(),
                        table.steps(person).collectList(),
                        table.supported(person).collectList(),
                        table.said(person).collectList(),
                        table.views(person).collectList(),
                        answers.given(person).collectList())
                .map(read ->
                        new Export(read.getT1(), read.getT2(), read.getT3(), read.getT4(), read.getT5(), read.getT6()));
    }

    @Override
    public Mono<Void> erase(Id person) {
        return erasure.asked(person)
                .filterWhen(this::inOwnWords)
                .concatMap(question -> erasure.forget(person, question))
                .then(Mono.defer(() -> erasure.erase(person)));
    }

    /** A question the rules do not know any more may have been answered with anything. */
    private Mono<Boolean> inOwnWords(CaseErasureTable.Asked question) {
        return rulebook.version(question.rules())
                .map(rules -> rules.forms().fields(question.type()).stream()
                        .filter(field -> field.code().equals(question.code()))
                        .allMatch(field -> field.kind() == FormRules.Kind.TEXT));
    }

    @Override
    public Mono<Void> merge(Id person, Id into) {
        return table.handOver(person, into);
    }

    private record Export(
            List<ExportedCase> cases,
            List<CasePersonTable.Trace> steps,
            List<String> supported,
            List<CasePersonTable.Said> said,
            List<String> views,
            List<FormAnswerTable.Exported> answers) {}

    private record ExportedCase(
            String number,
            String type,
            String stage,
            String description,
            boolean anonymous,
            CasePlace place,
            Instant reportedAt,
            @Nullable Rating rating) {

        static ExportedCase of(CaseFile file) {
            Standing now = file.now();
            Origin origin = file.origin();
            return new ExportedCase(
                    file.number(),
                    now.type(),
                    now.stage(),
                    now.description(),
                    origin.anonymous(),
                    origin.place(),
                    origin.at(),
                    now.rating());
        }
    }
}
