/** Publicity: articles that bring people in. */
@ApplicationModule(allowedDependencies = {"kernel", "outbox", "notice", "wechat", "media", "identity"})
@NullMarked
package io.quanmin.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
