package io.quanmin.media;

import java.io.IOException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Walks the chunks of a PNG (ISO 15948): each checksum right, the pixels exactly as many as announced, nothing after the end. */
final class PngAnatomy {

    private static final int LONGEST_EXIF = 256 * 1024;
    private static final int FIRST = 8;

    private final PhotoBytes bytes;
    private final PixelLimit limit;
    private @Nullable PngHeader header;
    private @Nullable PngPixels pixels;
    private byte @Nullable [] exif;

    private PngAnatomy(PhotoBytes bytes, PixelLimit limit) {
        this.bytes = bytes;
        this.limit = limit;
    }

    static Anatomy read(PhotoBytes bytes, PixelLimit limit) throws IOException {
        PngAnatomy png = new PngAnatomy(bytes, limit);
        try {
            return png.walk();
        } finally {
            if (png.pixels != null) {
                png.pixels.close();
            }
        }
    }

    private Anatomy walk() throws IOException {
        long position = FIRST;
        while (true) {
            long length = bytes.uint32(position);
            if (length > bytes.size() - position - 12) {
                throw new BrokenPhoto();
            }
            String type = bytes.fourLetters(position + 4);
            chunk(type, position + 8, (int) length);
            position += 12 + length;
            if (type.equals("IEND")) {
                return whole(position);
            }
        }
    }

    private Anatomy whole(long end) {
        if (header == null || pixels == null || !pixels.complete() || end != bytes.size()) {
            throw new BrokenPhoto();
        }
        return new Anatomy(
                PhotoFormat.PNG, header.width(), header.height(), header.bytesPerPixel(), header.interlaced(), exif);
    }

    private void chunk(String type, long content, int length) throws IOException {
        if (header == null) {
            begin(type, content, length);
        }
        boolean data = type.equals("IDAT");
        long checksum = checksum(content - 4, length + 4, data);
        if (checksum != bytes.uint32(content + length)) {
            throw new BrokenPhoto();
        }
        if (type.equals("eXIf") && length <= LONGEST_EXIF) {
            exif = bytes.slice(content, length);
        }
    }

    private void begin(String type, long content, int length) throws IOException {
        if (!type.equals("IHDR") || length != PngHeader.LENGTH) {
            throw new BrokenPhoto();
        }
        header = PngHeader.read(bytes, content, limit);
        pixels = new PngPixels(header.rawSize());
    }

    /** Reads type and data once, in blocks, for the checksum and, of pixels, for their amount. */
    private long checksum(long from, int length, boolean data) throws IOException {
        CRC32 checksum = new CRC32();
        int done = 0;
        while (done < length) {
            byte[] block = bytes.slice(from + done, Math.min(length - done, done == 0 ? 4 : 32 * 1024));
            checksum.update(block);
            if (data && done > 0 && pixels != null) {
                pixels.add(block);
            }
            done += block.length;
        }
        return checksum.getValue();
    }
}
