package io.quanmin.media;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks the pixels of a PNG into nothing, to know that they are as many as announced: a bomb is told at its first byte too many. */
final class PngPixels implements AutoCloseable {

    private final Inflater inflater = new Inflater();
    private final byte[] unpacked = new byte[32 * 1024];
    private final long expected;
    private long size;

    PngPixels(long expected) {
        this.expected = expected;
    }

    void add(byte[] packed) {
        inflater.setInput(packed);
        try {
            while (!inflater.needsInput() && !inflater.finished()) {
                count(inflater.inflate(unpacked));
            }
        } catch (DataFormatException broken) {
            throw new BrokenPhoto();
        }
    }

    private void count(int more) {
        size += more;
        if (size > expected || more == 0 && inflater.needsDictionary()) {
            throw new BrokenPhoto();
        }
    }

    boolean complete() {
        return inflater.finished() && size == expected;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
