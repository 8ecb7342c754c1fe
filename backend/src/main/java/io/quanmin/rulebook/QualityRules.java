package io.quanmin.rulebook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the city sees to the quality of its own work.
 *
 * @param hold how long a case is held for whoever has opened it from a queue; nothing where cases are not held
 * @param reinspection which share of closed cases a second person inspects again
 * @param callback which share of closed cases is asked back by telephone
 * @param callTries how often somebody is called in vain before it is left at that
 * @param reopenWithin how long after closing its reporter may have a case reopened
 * @param answerRequired whether a case is closed only with an official public answer
 * @param satisfiedFrom from how many stars on a rating counts as satisfied
 * @param bulk how many cases one may take a step with at once
 * @param reasonsShown steps whose reason the public reads too, with the numbers in it masked
 * @param replies templates of the public answer, the more particular before the more general
 */
public record QualityRules(
        Duration hold,
        Sampling reinspection,
        Sampling callback,
        int callTries,
        Duration reopenWithin,
        boolean answerRequired,
        int satisfiedFrom,
        int bulk,
        Set<String> reasonsShown,
        List<Reply> replies) {

    /** The type of a reply that fits every type. */
    public static final String EVERY = "*";

    public QualityRules {
        reasonsShown = Set.copyOf(reasonsShown);
        replies = List.copyOf(replies);
    }

    /** The replies that fit a type of problem, its own before those for every type. */
    public List<Reply> repliesTo(String type) {
        return replies.stream()
                .filter(reply -> reply.type().equals(type) || reply.type().equals(EVERY))
                .sorted((one, other) ->
                        Boolean.compare(one.type().equals(EVERY), other.type().equals(EVERY)))
                .toList();
    }

    /** The reply that is proposed where nobody chose one; empty where none fits. */
    public Optional<Reply> reply(String type) {
        return repliesTo(type).stream().findFirst();
    }

    /**
     * A share of what was closed, counted for each unit and period by itself and rounded up.
     *
     * @param share from 0, which is none, to 1
     */
    public record Sampling(double share, Period period) {}

    /** In which stretches of time a share is counted. */
    public enum Period {
        WEEK,
        MONTH
    }

    /**
     * A template of a public answer.
     *
     * @param name by which staff choose it
     * @param type of problem, or {@link #EVERY}
     * @param words with {@code {number}}, {@code {place}}, {@code {type}} and {@code {unit}} where the case's own come in
     */
    public record Reply(String name, String type, String words) {}
}
