package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Anyone;
import io.quanmin.kernel.Role;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Who may call a handler, as it says itself; what says nothing is closed to everybody. */
sealed interface Access {

    /** Open to all. */
    record Open() implements Access {}

    /** For these roles. */
    record ForRoles(Set<Role> roles) implements Access {}

    /** For nobody. */
    record Closed() implements Access {}

    /** The method's own word counts before its class's; of both at once, the narrower. */
    static Access of(HandlerMethod handler) {
        return said(handler.getMethod()).or(() -> said(handler.getBeanType())).orElseGet(Closed::new);
    }

    private static Optional<Access> said(java.lang.reflect.AnnotatedElement element) {
        Allowed allowed = AnnotatedElementUtils.findMergedAnnotation(element, Allowed.class);
        if (allowed != null) {
            return Optional.of(new ForRoles(Set.of(allowed.value())));
        }
        return AnnotatedElementUtils.hasAnnotation(element, Anyone.class) ? Optional.of(new Open()) : Optional.empty();
    }

    /** Whether somebody who is logged in may. */
    default boolean allows(Actor actor) {
        return switch (this) {
            case Open open -> true;
            case ForRoles wanted -> actor.roles().stream().anyMatch(wanted.roles()::contains);
            case Closed closed -> false;
        };
    }
}
