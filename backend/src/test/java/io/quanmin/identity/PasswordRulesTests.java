package io.quanmin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A desk password is long, of several kinds of characters, and not the login. */
class PasswordRulesTests {

    @ParameterizedTest
    @CsvSource({
        "Short-1,too-short",
        "alllowercase,too-plain",
        "lowerand12345,too-plain",
        "Wang.Qin-2026,contains-login",
        "中文密码不分大小写也不行,too-plain"
    })
    void aWeakPasswordBreaksARule(String password, String rule) {
        assertThat(PasswordRules.broken(password, "wang.qin")).contains(rule);
    }

    @ParameterizedTest
    @CsvSource({"Sunny-Day-2026", "correct Horse battery", "密码Abcdef12345"})
    void aGoodPasswordBreaksNone(String password) {
        assertThat(PasswordRules.broken(password, "wang.qin")).isEmpty();
    }

    @Test
    void nobodyHasToReadAnEndlessPassword() {
        assertThat(PasswordRules.broken("Aa1-".repeat(40), "wang.qin")).contains("too-long");
    }
}
