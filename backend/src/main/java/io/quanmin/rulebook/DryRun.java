package io.quanmin.rulebook;

import java.util.List;

/**
 * What a draft would change.
 *
 * @param underWay for what is open now, if it were under the draft; in truth it keeps the version it began under
 * @param fresh for what would be reported now
 */
public record DryRun(List<RuleImpact.Impact> underWay, List<Fresh> fresh) {

    /**
     * A type of problem that would be dealt with otherwise.
     *
     * @param changes in words, such as 处置中：24 小时（工作时间） → 8 小时（工作时间）
     */
    public record Fresh(String type, String name, List<String> changes) {}
}
