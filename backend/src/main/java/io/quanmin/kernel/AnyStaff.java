package io.quanmin.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An endpoint for staff of whatever role. */
@Allowed({
    Role.REVIEWER,
    Role.VERIFIER,
    Role.DISPATCHER,
    Role.OFFICER,
    Role.LEADER,
    Role.PUBLICITY,
    Role.SUPERVISOR,
    Role.WORKING_GROUP,
    Role.HOTLINE_CLERK,
    Role.SYSTEM_ADMIN,
    Role.SECURITY_ADMIN,
    Role.AUDIT_ADMIN
})
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyStaff {}
