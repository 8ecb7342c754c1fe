package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.rulebook.VolunteerRules;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What volunteers answered about one thing, taken together.
 *
 * @param asked how many were asked or offered to look
 * @param weight of those who said yes
 */
record Tally(int asked, int yes, int no, int cannotFind, double weight) {

    /** @param involved whose answers do not count, because the case is their own matter after all */
    static Tally of(List<Ask> asks, Set<Id> involved) {
        List<Ask> counted = asks.stream()
                .filter(ask -> ask.person() == null || !involved.contains(ask.person()))
                .toList();
        double weight = counted.stream()
                .map(Ask::answered)
                .filter(Objects::nonNull)
                .filter(answered -> answered.answer() == About.Answer.YES)
                .mapToDouble(Ask.Answered::weight)
                .sum();
        return new Tally(
                counted.size(),
                count(counted, About.Answer.YES),
                count(counted, About.Answer.NO),
                count(counted, About.Answer.CANNOT_FIND),
                weight);
    }

    private static int count(List<Ask> asks, About.Answer answer) {
        Predicate<Ask> said = ask -> ask.answered() != null && ask.answered().answer() == answer;
        return (int) asks.stream().filter(said).count();
    }

    /** Whether it confirms a report without a verifier: enough people, enough weight, nobody who says otherwise. */
    boolean confirms(VolunteerRules.Enough rule) {
        return rule.confirms() && no == 0 && cannotFind == 0 && yes >= rule.yes() && weight >= rule.weight();
    }
}
