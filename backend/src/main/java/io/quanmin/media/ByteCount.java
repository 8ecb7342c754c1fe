package io.quanmin.media;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/** Counts what arrives of one upload, up to a limit. */
final class ByteCount {

    private static final int MEGABYTE = 1024 * 1024;

    private final long most;
    private long count;

    ByteCount(long most) {
        this.most = most;
    }

    /** Fails with {@link PhotoTooLarge} at the first byte too many, and then keeps nothing of the buffer. */
    void add(DataBuffer buffer) {
        count += buffer.readableByteCount();
        if (count > most) {
            DataBufferUtils.release(buffer);
            throw new PhotoTooLarge(most / MEGABYTE);
        }
    }
}
