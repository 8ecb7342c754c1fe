/** What WeChat's servers push: proven genuine, kept before it is answered, read later, told through the outbox. */
@NullMarked
package io.quanmin.wechat.callback;

import org.jspecify.annotations.NullMarked;
