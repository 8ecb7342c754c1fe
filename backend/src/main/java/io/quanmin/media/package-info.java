/** Photos: taken in, cleaned, stood upright, kept, and shown to whom they may be shown. */
@ApplicationModule(allowedDependencies = {"kernel", "outbox", "wechat", "identity"})
@NullMarked
package io.quanmin.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
