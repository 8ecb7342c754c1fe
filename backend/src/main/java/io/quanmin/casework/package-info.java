/** A case from report to close: reviewed, verified, dispatched, handled, inspected, rated. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "outbox",
            "notice",
            "wechat",
            "place",
            "media",
            "identity",
            "rulebook",
            "volunteer",
            "approval",
            "suggestion"
        })
@NullMarked
package io.quanmin.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
