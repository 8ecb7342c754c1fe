package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.rulebook.FormRules;
import io.quanmin.rulebook.Rules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** FormAnswers to what is asked about a type, kept with the type they answer: it may be corrected later. */
@Component
class FormAnswerTable {

    private static final int MOST = 20;
    private static final int MOST_EXPORTED = 10_000;

    private final DatabaseClient database;

    FormAnswerTable(DatabaseClient database) {
        this.database = database;
    }

    /** Part of the transaction that files the case. */
    Mono<Void> add(CaseFile file, Map<String, String> given) {
        if (given.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                        insert into casework.answer (district, case_id, type, code, answer)
                        select :district, :id, :type, code, answer from unnest(:codes, :answers) as given (code, answer)
                        """)
                .bind("district", file.id().district())
                .bind("id", file.id().value())
                .bind("type", file.now().type())
                .bind("codes", given.keySet().toArray(String[]::new))
                .bind("answers", given.values().toArray(String[]::new))
                .then();
    }

    /** What was answered of a case, as far as a viewer may see it, in the order it was asked. */
    Mono<List<FormAnswers.Answered>> of(CaseFile file, Rules rules, Sight sight) {
        return rows(file.id())
                .collectList()
                .map(rows -> rows.stream()
                        .map(Row::type)
                        .distinct()
                        .flatMap(type -> rules.forms().fields(type).stream()
                                .filter(field -> field.publicly() || !sight.asPublic())
                                .flatMap(field -> rows.stream()
                                        .filter(row -> row.answers(type, field))
                                        .map(row -> new FormAnswers.Answered(
                                                field.code(), field.label(), field.words(row.shown(sight))))))
                        .toList());
    }

    private Flux<Row> rows(Id caseId) {
        return database.sql("""
                        select type, code, answer, casework.masked(answer) as masked from casework.answer
                        where district = :district and case_id = :id order by code limit :most
                        """)
                .bind("district", caseId.district())
                .bind("id", caseId.value())
                .bind("most", MOST)
                .map(row -> new Row(
                        Objects.requireNonNull(row.get("type", String.class)),
                        Objects.requireNonNull(row.get("code", String.class)),
                        Objects.requireNonNull(row.get("answer", String.class)),
                        Objects.requireNonNull(row.get("masked", String.class))))
                .all();
    }

    /** Everything a reporter answered, for their export. */
    Flux<Exported> given(Id reporter) {
        return database.sql("""
                        select c.number, a.code, a.answer from casework.case_file c
                        join casework.answer a on a.district = c.district and a.case_id = c.id
                        where c.reporter = :reporter order by c.reported_at desc, a.code limit :most
                        """)
                .bind("reporter", reporter.toString())
                .bind("most", MOST_EXPORTED)
                .map(row -> new Exported(
                        Objects.requireNonNull(row.get("number", String.class)),
                        Objects.requireNonNull(row.get("code", String.class)),
                        Objects.requireNonNull(row.get("answer", String.class))))
                .all();
    }

    /** An answer of a case that people call by its number. */
    record Exported(String number, String code, String answer) {}

    /** @param masked the answer without numbers by which somebody could be found */
    private record Row(String type, String code, String answer, String masked) {

        private String shown(Sight sight) {
            return sight.asPublic() ? masked : answer;
        }

        private boolean answers(String asked, FormRules.Field field) {
            return type.equals(asked) && code.equals(field.code());
        }
    }
}
