/** How news reaches people: inbox, live push, subscribe and template messages, preferences. */
@ApplicationModule(allowedDependencies = {"kernel", "outbox", "notice", "wechat", "identity"})
@NullMarked
package io.quanmin.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
