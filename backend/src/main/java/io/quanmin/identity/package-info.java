/** People: citizens and staff, their units and roles, sessions, consent and their own data. */
@ApplicationModule(allowedDependencies = {"kernel", "outbox", "trail", "notice", "wechat", "place"})
@NullMarked
package io.quanmin.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
