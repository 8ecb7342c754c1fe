package io.quanmin.volunteer;

import io.quanmin.identity.PersonalData;
import io.quanmin.kernel.Id;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What volunteer keeps about a person: what they care for, their card, and the quiz they have before them. */
@Component
class VolunteerData implements PersonalData {

    private final VolunteerTable table;
    private final QuizTable quizzes;
    private final Serving serving;

    VolunteerData(VolunteerTable table, QuizTable quizzes, Serving serving) {
        this.table = table;
        this.quizzes = quizzes;
        this.serving = serving;
    }

    @Override
    public String section() {
        return "volunteer";
    }

    @Override
    public Set<String> tables() {
        return Set.of("volunteer.volunteer", "volunteer.quiz");
    }

    @Override
    public Mono<Object> export(Id person) {
        return table.find(person).<Object>map(volunteer -> volunteer).defaultIfEmpty(Map.of());
    }

    @Override
    public Mono<Void> erase(Id person) {
        return serving.erase(person);
    }

    /** A quiz begun by one account is begun anew by the other. */
    @Override
    public Mono<Void> merge(Id person, Id into) {
        return table.handOver(person, into).then(quizzes.remove(person));
    }
}
