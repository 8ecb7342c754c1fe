/** How WeChat writes things down, shared by calls and pushes. */
@NullMarked
package io.quanmin.wechat.wire;

import org.jspecify.annotations.NullMarked;
