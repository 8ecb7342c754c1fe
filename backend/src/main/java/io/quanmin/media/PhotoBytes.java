package io.quanmin.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a spooled upload at any position, through one window of 64 KB. Blocks; not for several threads. */
final class PhotoBytes implements AutoCloseable {

    private static final int WINDOW = 64 * 1024;

    private final FileChannel file;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long start;

    private PhotoBytes(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    static PhotoBytes open(Path path) throws IOException {
        return new PhotoBytes(FileChannel.open(path, StandardOpenOption.READ));
    }

    long size() {
        return size;
    }

    /** One byte, 0 to 255; beyond the end is an {@link EOFException}. */
    int at(long position) throws IOException {
        if (position < start || position >= start + window.limit()) {
            load(position);
        }
        return window.get((int) (position - start)) & 0xFF;
    }

    /** Two bytes, big-endian. */
    int uint16(long position) throws IOException {
        return at(position) << 8 | at(position + 1);
    }

    /** Four bytes, big-endian, never negative. */
    long uint32(long position) throws IOException {
        return (long) uint16(position) << 16 | uint16(position + 2);
    }

    /** Four bytes, little-endian, never negative. */
    long uint32Little(long position) throws IOException {
        return Integer.toUnsignedLong(Integer.reverseBytes((int) uint32(position)));
    }

    /** Four letters. */
    String fourLetters(long position) throws IOException {
        return text(position, 4);
    }

    String text(long position, int length) throws IOException {
        return new String(slice(position, length), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    boolean has(long position, String text) throws IOException {
        return position >= 0
                && position + text.length() <= size
                && text(position, text.length()).equals(text);
    }

    /** A copy; the caller bounds the length. */
    byte[] slice(long position, int length) throws IOException {
        if (position < 0 || length < 0 || position + length > size) {
            throw new EOFException();
        }
        ByteBuffer copy = ByteBuffer.allocate(length);
        while (copy.hasRemaining() && file.read(copy, position + copy.position()) >= 0) {
            // read on
        }
        return copy.array();
    }

    /** The next position of a byte, or the size when there is none. */
    long indexOf(int wanted, long from) throws IOException {
        for (long position = from; position < size; position++) {
            if (at(position) == wanted) {
                return position;
            }
        }
        return size;
    }

    private void load(long position) throws IOException {
        if (position < 0 || position >= size) {
            throw new EOFException();
        }
        window.clear();
        start = position;
        while (window.hasRemaining() && file.read(window, start + window.position()) >= 0) {
            // read on
        }
        window.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
