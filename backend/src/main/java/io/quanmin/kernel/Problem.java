package io.quanmin.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person is told when something cannot be done: RFC 9457, one stable {@code type} each.
 *
 * <p>The kinds below carry the HTTP status. Modules extend a kind, naming the problem in their own words; title and
 * detail come from {@code problems/<module>_zh.properties} and {@code _en} under the slug, with {@link #arguments()}
 * put in. A problem carries no stack: it is an answer, not a fault.
 */
public abstract sealed class Problem extends RuntimeException {

    private final String slug;
    private final transient Map<String, Object> members;
    private final transient Object[] arguments;

    private Problem(String slug, Map<String, Object> members, Object... arguments) {
        super(slug, null, false, false);
        this.slug = slug;
        this.members = members;
        this.arguments = arguments.clone();
    }

    /** HTTP status. */
    public abstract int status();

    /** The stable key: {@code type} is {@code https://quanmin.io/problems/} and this. */
    public final String slug() {
        return slug;
    }

    /** Extension members of the answer, such as {@code allowed} or {@code current}. */
    public final Map<String, Object> members() {
        return members;
    }

    /** What the texts name by {@code {0}}, {@code {1}} … */
    public final Object[] arguments() {
        return arguments.clone();
    }

    /** How long to wait before trying again, where that helps. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** 400: the request cannot be read or a field breaks a rule. */
    public abstract static non-sealed class BadInput extends Problem {
        protected BadInput(String slug, Object... arguments) {
            super(slug, Map.of(), arguments);
        }

        protected BadInput(String slug, List<Violation> violations) {
            super(slug, Map.of("violations", violations));
        }

        @Override
        public final int status() {
            return 400;
        }
    }

    /** 401: nobody is logged in, or no longer. */
    public abstract static non-sealed class Unauthenticated extends Problem {
        protected Unauthenticated(String slug, Object... arguments) {
            super(slug, Map.of(), arguments);
        }

        @Override
        public final int status() {
            return 401;
        }
    }

    /** 403: this person may not do this, whatever the subject. */
    public abstract static non-sealed class Forbidden extends Problem {
        protected Forbidden(String slug, Object... arguments) {
            super(slug, Map.of(), arguments);
        }

        @Override
        public final int status() {
            return 403;
        }
    }

    /** 404: there is none, or none for this person. */
    public abstract static non-sealed class Absent extends Problem {
        protected Absent(String slug, Object... arguments) {
            super(slug, Map.of(), arguments);
        }

        @Override
        public final int status() {
            return 404;
        }
    }

    /** 409: somebody was faster; {@code members} say what changed. */
    public abstract static non-sealed class Conflict extends Problem {
        protected Conflict(String slug, Map<String, Object> members, Object... arguments) {
            super(slug, members, arguments);
        }

        @Override
        public final int status() {
            return 409;
        }
    }

    /** 413: more than the limit. */
    public abstract static non-sealed class TooLarge extends Problem {
        protected TooLarge(String slug, Object... arguments) {
            super(slug, Map.of(), arguments);
        }

        @Override
        public final int status() {
            return 413;
        }
    }

    /** 415: not a kind of content that is taken here. */
    public abstract static non-sealed class UnsupportedContent extends Problem {
        protected UnsupportedContent(String slug, Object... arguments) {
            super(slug, Map.of(), arguments);
        }

        @Override
        public final int status() {
            return 415;
        }
    }

    /** 422: well said, but the rules do not allow it now; {@code members} say what they allow. */
    public abstract static non-sealed class NotAllowed extends Problem {
        protected NotAllowed(String slug, Map<String, Object> members, Object... arguments) {
            super(slug, members, arguments);
        }

        @Override
        public final int status() {
            return 422;
        }
    }

    /** 429: too often; {@link #retryAfter()} says when to come back. */
    public abstract static non-sealed class TooMany extends Problem {
        private final Duration wait;

        protected TooMany(String slug, Duration wait, Object... arguments) {
            super(slug, Map.of(), arguments);
            this.wait = wait;
        }

        @Override
        public final int status() {
            return 429;
        }

        @Override
        public final Optional<Duration> retryAfter() {
            return Optional.of(wait);
        }
    }

    /** 503: something this service needs is away. */
    public abstract static non-sealed class Unavailable extends Problem {
        private final Duration wait;

        protected Unavailable(String slug, Duration wait, Object... arguments) {
            super(slug, Map.of(), arguments);
            this.wait = wait;
        }

        @Override
        public final int status() {
            return 503;
        }

        @Override
        public final Optional<Duration> retryAfter() {
            return Optional.of(wait);
        }
    }

    /** What the web framework itself refuses, and what nobody foresaw; only {@code kernel} makes one. */
    static final class OfFramework extends Problem {
        private final int status;

        OfFramework(int status, String slug) {
            super(slug, Map.of());
            this.status = status;
        }

        @Override
        public int status() {
            return status;
        }
    }
}
