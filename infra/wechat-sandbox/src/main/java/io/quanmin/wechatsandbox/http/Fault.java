package io.quanmin.wechatsandbox.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something going wrong on WeChat's side or on the way.
 *
 * @param path an exact path, a beginning ending in {@code *}, or {@link #TOKEN_PATHS}: every path that takes an access_token
 * @param times how often it strikes before it is used up; null means until it is cleared
 * @param probability of each call to be struck, 0 to 1
 * @param afterWork whether WeChat did what was asked before the answer was lost
 */
public record Fault(String path, Effect effect, @Nullable Integer times, double probability, boolean afterWork) {

    /** The paths that take an access_token, for storms of dead tokens. */
    public static final String TOKEN_PATHS = "token-paths";

    /**
     * What the caller sees.
     *
     * @param delay waited (on the real clock) before anything is answered
     * @param errcode answered as an error envelope; null: none
     * @param status the HTTP status with {@code body}; 0: the true answer, or the errcode
     */
    public record Effect(
            String name, Duration delay, @Nullable Integer errcode, int status, String body) {

        boolean answersInstead() {
            return errcode != null || status != 0;
        }
    }

    public Fault {
        if (probability < 0 || probability > 1) {
            throw new IllegalArgumentException("A probability is between 0 and 1, not " + probability);
        }
    }

    /** Answers with an error code, e.g. -1, 40001, 42001, 45009, 45011, 40164. */
    public static Fault error(String path, int errcode) {
        return on(path, new Effect("errcode " + errcode, Duration.ZERO, errcode, 0, ""));
    }

    /** Does what was asked, but answers only after {@code delay} of real time; above 5 s callers have gone. */
    public static Fault slow(String path, Duration delay) {
        return on(path, new Effect("slow " + delay, delay, null, 0, ""));
    }

    /** Answers an HTTP status with a page of a gateway. */
    public static Fault http(String path, int status) {
        String page = "<html><head><title>" + status + "</title></head><body>gateway</body></html>";
        return on(path, new Effect("HTTP " + status, Duration.ZERO, null, status, page));
    }

    /** Answers 200 with nothing in it. */
    public static Fault emptyBody(String path) {
        return on(path, new Effect("empty body", Duration.ZERO, null, 200, ""));
    }

    /** Every path with a token answers {@code errcode}: 40001, 40014 or 42001. */
    public static Fault tokenStorm(int errcode) {
        return error(TOKEN_PATHS, errcode);
    }

    private static Fault on(String path, Effect effect) {
        return new Fault(path, effect, null, 1, false);
    }

    public Fault times(int count) {
        return new Fault(path, effect, count, probability, afterWork);
    }

    public Fault withProbability(double chance) {
        return new Fault(path, effect, times, chance, afterWork);
    }

    /** The work is done and only the answer is lost: a repeated login code is then a used one. */
    public Fault afterTheWork() {
        return new Fault(path, effect, times, probability, true);
    }

    boolean concerns(String calledPath, boolean takesToken) {
        if (path.equals(TOKEN_PATHS)) {
            return takesToken;
        }
        return path.endsWith("*")
                ? calledPath.startsWith(path.substring(0, path.length() - 1))
                : calledPath.equals(path);
    }
}
