package io.quanmin.rulebook;

import java.util.List;
import java.util.Map;

/** What is wrong with a rulebook, and the types to spoil one with. */
final class SpoiltBooks {

    private SpoiltBooks() {}

    static List<String> lines(Rules rules) {
        return RulesCheck.faults(rules).stream().map(Fault::line).toList();
    }

    static ProblemType type(String code, boolean dangerous, List<String> hotlines, Map<String, TimeLimit> limits) {
        return new ProblemType(
                code,
                "名称",
                "提示",
                "water",
                true,
                ProblemType.Difficulty.ORDINARY,
                dangerous,
                hotlines,
                limits,
                Map.of());
    }
}
