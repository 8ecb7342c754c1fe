package io.quanmin.wechatsandbox.screening;

/**
 * What the check found.
 *
 * @param suggest {@code pass}, {@code review} or {@code risky}
 * @param label 100 ok, 10001 advertising, 20001 politics, 20002 porn, 20003 abuse, 20006 crime, 20008 fraud, 20012 vulgar,
 *     20013 copyright, 21000 other
 */
public record Verdict(String suggest, int label) {

    public static final Verdict PASS = new Verdict("pass", 100);

    public static Verdict review(int label) {
        return new Verdict("review", label);
    }

    public static Verdict risky(int label) {
        return new Verdict("risky", label);
    }

    public boolean passes() {
        return suggest.equals("pass");
    }
}
