/** The only place that knows WeChat's servers and WxJava. */
@ApplicationModule(allowedDependencies = {"kernel", "outbox"})
@NullMarked
package io.quanmin.wechat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
