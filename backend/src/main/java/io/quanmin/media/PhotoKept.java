package io.quanmin.media;

import io.quanmin.kernel.Id;
import io.quanmin.outbox.EventName;
import org.jspecify.annotations.Nullable;

/**
 * A photo was kept and waits to be judged.
 *
 * @param openid of the uploader, whom WeChat's check wants to know; absent when they came by the desk
 */
@EventName("media.photo-kept")
record PhotoKept(Id photo, @Nullable String openid) {}
