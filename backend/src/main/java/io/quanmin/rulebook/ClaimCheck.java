package io.quanmin.rulebook;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the rules for citizens who solve cases can be worked by: every fault, or none. */
final class ClaimCheck {

    private static final double FARTHEST_METRES = 2_000;
    /** As far as the search for the same picture sees ({@code Photos.alike}). */
    private static final int MOST_BITS = 7;

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Rules rules;
    private final ClaimRules claims;

    ClaimCheck(Rules rules) {
        this.rules = rules;
        this.claims = rules.claims();
    }

    Stream<Fault> faults() {
        return Stream.of(limits(), endless(), counts(), proof(), shares(), strangers())
                .flatMap(faults -> faults);
    }

    private Stream<Fault> limits() {
        return claims.limits().entrySet().stream()
                .filter(limit -> !taken(limit.getKey())
                        || !limit.getValue().length().isPositive()
                        || limit.getValue().length().compareTo(LONGEST) > 0)
                .map(limit -> new Fault(
                        "claims/limits/" + limit.getKey(), "认领的时限“%s”过短、过长，或没有这个步骤".formatted(limit.getKey())));
    }

    /** A claim without an end would keep a case for ever. */
    private Stream<Fault> endless() {
        return Stream.of("lapse", "take-over")
                .filter(step -> taken(step) && claims.limit(step).isEmpty())
                .map(step -> new Fault("claims/limits/" + step, "认领和开放认领都须有期限"));
    }

    private Stream<Fault> counts() {
        boolean offered = taken("claim");
        boolean sound = claims.atOnce() >= (offered ? 1 : 0)
                && claims.perCase() >= (offered ? 1 : 0)
                && claims.appraisal().first() >= 0;
        return fault(!sound, "claims/atOnce", "每人可同时认领的件数、同一案件可认领的次数至少为 1");
    }

    private Stream<Fault> proof() {
        ClaimRules.Proof proof = claims.proof();
        boolean sound = proof.metres() >= 0
                && proof.metres() <= FARTHEST_METRES
                && !proof.age().isNegative()
                && !proof.clockSkew().isNegative()
                && proof.sameBits() >= 0
                && proof.sameBits() <= MOST_BITS;
        return fault(!sound, "claims/proof", "照片距离不能超过 2000 米，时间不能为负，相同图片的差异不能超过 7 位");
    }

    private Stream<Fault> shares() {
        ClaimRules.Appraisal appraisal = claims.appraisal();
        boolean sound = Stream.concat(Stream.of(appraisal.share()), appraisal.shares().values().stream())
                .allMatch(share -> share >= 0 && share <= 1);
        return fault(!sound, "claims/appraisal", "抽查比例须在 0 到 1 之间");
    }

    private Stream<Fault> strangers() {
        Set<String> named = claims.solvedOnTheSpot();
        return Stream.concat(named.stream(), claims.appraisal().shares().keySet().stream())
                .distinct()
                .sorted()
                .filter(code -> rules.type(code).map(ProblemType::dangerous).orElse(true))
                .map(code -> new Fault("claims/types/" + code, "问题类型 %s 不存在，或有危险，不能由市民自行处置".formatted(code)));
    }

    private boolean taken(String step) {
        return rules.flow().steps().stream().anyMatch(each -> each.name().equals(step));
    }

    private static Stream<Fault> fault(boolean there, String where, String words) {
        return there ? Stream.of(new Fault(where, words)) : Stream.empty();
    }
}
