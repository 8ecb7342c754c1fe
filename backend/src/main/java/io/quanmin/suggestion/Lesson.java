package io.quanmin.suggestion;

import io.quanmin.rulebook.SuggestionRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is learned from at one time: a part to learn and a part to be examined on, for types and for units.
 *
 * @param decisions how many of the samples were decided by people
 */
record Lesson(List<Sample> types, List<Sample> units, int decisions) {

    /** Of two texts alike in every letter the later decision counts. */
    static Lesson of(List<Decided> shipped, List<Decided> decided, Features features) {
        List<Sample> types = Stream.concat(shipped.stream(), decided.stream())
                .map(each -> new Sample(each.hints().text(), each.type(), features.of(each.hints())))
                .toList();
        List<Sample> units = decided.stream()
                .filter(each -> each.unit() != null)
                .map(each -> unit(each, each.unit(), features))
                .toList();
        return new Lesson(types, units, decided.size());
    }

    private static Sample unit(Decided each, @Nullable String unit, Features features) {
        return new Sample(each.hints().text(), unit == null ? "" : unit, features.of(each.hints(), each.type()));
    }

    /** What tells one lesson from another: learning the same again would make the same model. */
    String fingerprint() {
        MessageDigest digest = sha256();
        Stream.concat(types.stream(), units.stream())
                .map(sample -> sample.label() + " " + sample.features() + "\n")
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        digest.update(Classifier.ALGORITHM.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Learns it. Takes a processor for seconds. */
    Learned learn(SuggestionRules rules) {
        Classifier typeModel = Classifier.train(learnt(types));
        Classifier unitModel = teachesUnits(rules) ? Classifier.train(learnt(units)) : null;
        return new Learned(
                typeModel,
                unitModel,
                examine(typeModel, rules),
                unitModel == null ? null : Examination.of(unitModel, heldOut(units), rules.threshold()));
    }

    /** How a model does on what this lesson keeps for examinations. */
    Examination examine(Classifier model, SuggestionRules rules) {
        return Examination.of(model, heldOut(types), rules.threshold());
    }

    private boolean teachesUnits(SuggestionRules rules) {
        return units.size() >= rules.leastForUnits()
                && learnt(units).stream().map(Sample::label).distinct().count() > 1;
    }

    private static List<Sample> learnt(List<Sample> samples) {
        return samples.stream().filter(sample -> !sample.heldOut()).toList();
    }

    private static List<Sample> heldOut(List<Sample> samples) {
        return samples.stream().filter(Sample::heldOut).toList();
    }

    /**
     * What came of it.
     *
     * @param units absent where too little was decided
     */
    record Learned(
            Classifier types,
            @Nullable Classifier units,
            Examination examination,
            @Nullable Examination unitExamination) {}
}
