package io.quanmin.wechatsandbox.message;

import io.quanmin.wechatsandbox.base.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How sending behaves: how long it takes, what is sensitive, and how template messages turn out. */
public final class Sending {

    /** How a template message ends, in the words of {@code TEMPLATESENDJOBFINISH}. */
    public enum Outcome {
        SUCCESS("success"),
        USER_BLOCK("failed:user block"),
        SYSTEM_FAILED("failed: system failed"),
        FREQ_LIMIT("failed:freq limit");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    private final Set<String> sensitiveWords = ConcurrentHashMap.newKeySet();
    private volatile Duration processing = Duration.ofMillis(20);
    private volatile Duration eventDelay = Duration.ofSeconds(1);
    private volatile Outcome templateOutcome = Outcome.SUCCESS;

    /** A text with this word in any field is refused with 45168. */
    public void addSensitiveWord(String word) {
        sensitiveWords.add(word);
    }

    public void clearSensitiveWords() {
        sensitiveWords.clear();
    }

    public Set<String> sensitiveWords() {
        return Set.copyOf(sensitiveWords);
    }

    public Duration processing() {
        return processing;
    }

    /** How long a send to one user stays open, on the real clock: another to the same user meanwhile gets 43108. */
    public void processing(Duration time) {
        processing = time;
    }

    public Duration eventDelay() {
        return eventDelay;
    }

    /** How long after the answer the result event comes, on the virtual clock. */
    public void eventDelay(Duration delay) {
        eventDelay = delay;
    }

    public Outcome templateOutcome() {
        return templateOutcome;
    }

    /** What becomes of template messages from now on, although the call answers ok. */
    public void templateOutcome(Outcome outcome) {
        templateOutcome = outcome;
    }

    void requireHarmless(Map<Field, String> values) {
        boolean sensitive = sensitiveWords.stream()
                .anyMatch(word -> values.values().stream().anyMatch(value -> value.contains(word)));
        if (sensitive) {
            throw new Refusal(45168, "message contains sensitive words");
        }
    }
}
