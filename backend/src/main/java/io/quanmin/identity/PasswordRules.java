package io.quanmin.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What a desk password must be (graded protection asks for length and kinds of characters). */
final class PasswordRules {

    /** The rules in words. */
    static final String WORDS = "密码至少 10 位，须含大写字母、小写字母、数字、符号中的三种，且不能包含账号";

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    private static final int KINDS = 3;

    private static final List<IntPredicate> ALL_KINDS = List.of(
            Character::isLowerCase,
            Character::isUpperCase,
            Character::isDigit,
            character -> !Character.isLetterOrDigit(character));

    private PasswordRules() {}

    /** The key of the first rule a password breaks; empty when it is good enough. */
    static Optional<String> broken(String password, String login) {
        if (password.length() < SHORTEST) {
            return Optional.of("too-short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("too-long");
        }
        if (password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT))) {
            return Optional.of("contains-login");
        }
        return kinds(password) < KINDS ? Optional.of("too-plain") : Optional.empty();
    }

    private static long kinds(String password) {
        return ALL_KINDS.stream()
                .filter(kind -> password.codePoints().anyMatch(kind))
                .count();
    }
}
