/** Pushes: proven, kept, read and told. */
@NullMarked
package io.quanmin.wechat.callback;

import org.jspecify.annotations.NullMarked;
