package io.quanmin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.rulebook.QualityRules.Period;
import io.quanmin.rulebook.QualityRules.Reply;
import io.quanmin.rulebook.QualityRules.Sampling;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class QualityRulesTest {

    private static final Sampling TENTH = new Sampling(0.1, Period.MONTH);

    @Test
    void aTypesOwnReplyComesBeforeThoseForEveryType() {
        QualityRules rules = Books.present().quality();

        assertThat(rules.reply("exposed-garbage")).map(Reply::name).hasValue("垃圾已清运");
        assertThat(rules.reply("dirty-water")).map(Reply::name).hasValue("已经解决");
        assertThat(rules.repliesTo("exposed-garbage")).hasSizeGreaterThan(2);
    }

    @Test
    void whatCannotBeWorkedByIsNamed() {
        assertThat(faults(rules(Duration.ofHours(9), TENTH, 4, 50))).containsExactly("quality/hold");
        assertThat(faults(rules(Duration.ofMinutes(10), new Sampling(1.5, Period.WEEK), 4, 50)))
                .containsExactly("quality/reinspection");
        assertThat(faults(rules(Duration.ofMinutes(10), TENTH, 6, 1_000)))
                .containsExactly("quality/satisfiedFrom", "quality/bulk");
        assertThat(faults(rules(Duration.ofMinutes(10), TENTH, 4, 50, new Reply("好", "unicorn", "见{moon}"))))
                .containsExactly("quality/replies/好", "quality/replies/好");
        assertThat(faults(rules(Duration.ofMinutes(10), TENTH, 4, 50, new Reply("好", "*", "{place}已解决"))))
                .isEmpty();
    }

    @Test
    void aReasonIsShownOnlyOfAStepThereIs() {
        QualityRules rules = Books.present().quality();

        assertThat(rules.reasonsShown()).contains("return", "shelve", "reopen");
        assertThat(new QualityCheck(rules, Set.of(), Set.of("return")).faults().map(Fault::where))
                .contains("quality/reasonsShown/shelve")
                .doesNotContain("quality/reasonsShown/return");
    }

    private static QualityRules rules(Duration hold, Sampling reinspection, int satisfied, int bulk, Reply... replies) {
        return new QualityRules(
                hold, reinspection, TENTH, 3, Duration.ofDays(15), true, satisfied, bulk, Set.of(), List.of(replies));
    }

    private static List<String> faults(QualityRules rules) {
        return new QualityCheck(rules, Set.of("exposed-garbage"), Set.of("return"))
                .faults()
                .map(Fault::where)
                .toList();
    }
}
