package io.quanmin.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Walks the segments of a JPEG (ITU T.81) from its beginning to its real end, and judges what comes after. */
final class JpegAnatomy {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;
    private static final String EXIF = "Exif\0\0";

    /** Cameras write about ten; each scan costs a pass over all pixels, and a hostile file has thousands. */
    private static final int MOST_SCANS = 64;

    private final PhotoBytes bytes;
    private final PixelLimit limit;
    private int width;
    private int height;
    private int components;
    private boolean progressive;
    private int scans;
    private byte @Nullable [] exif;

    private JpegAnatomy(PhotoBytes bytes, PixelLimit limit) {
        this.bytes = bytes;
        this.limit = limit;
    }

    static Anatomy read(PhotoBytes bytes, PixelLimit limit) throws IOException {
        JpegAnatomy jpeg = new JpegAnatomy(bytes, limit);
        JpegTrailer.check(bytes, jpeg.end(0));
        return new Anatomy(PhotoFormat.JPEG, jpeg.width, jpeg.height, jpeg.components, jpeg.progressive, jpeg.exif);
    }

    /** Where a JPEG that begins at a position ends. */
    static long end(PhotoBytes bytes, long start, PixelLimit limit) throws IOException {
        return new JpegAnatomy(bytes, limit).end(start);
    }

    private long end(long start) throws IOException {
        long position = start + 2;
        while (true) {
            long marker = marker(position);
            int kind = bytes.at(marker);
            if (kind == EOI) {
                return whole(marker + 1);
            }
            position = kind == SOS ? afterScan(marker + 1) : afterSegment(kind, marker + 1);
        }
    }

    private long whole(long end) {
        if (scans == 0 || width == 0) {
            throw new BrokenPhoto();
        }
        return end;
    }

    /** Position of a marker's second byte; any number of 0xFF may come before it. */
    private long marker(long position) throws IOException {
        if (bytes.at(position) != 0xFF) {
            throw new BrokenPhoto();
        }
        long second = position + 1;
        while (bytes.at(second) == 0xFF) {
            second++;
        }
        return second;
    }

    private long afterSegment(int kind, long position) throws IOException {
        if (kind == SOI || kind == 0) {
            throw new BrokenPhoto();
        }
        if (kind == 0x01 || isRestart(kind)) {
            return position;
        }
        int length = length(position);
        if (isFrame(kind)) {
            frame(kind, position + 2);
        } else if (kind == APP1 && exif == null && bytes.has(position + 2, EXIF)) {
            exif = bytes.slice(position + 2 + EXIF.length(), Math.max(0, length - 2 - EXIF.length()));
        }
        return position + length;
    }

    private int length(long position) throws IOException {
        int length = bytes.uint16(position);
        if (length < 2 || position + length > bytes.size()) {
            throw new BrokenPhoto();
        }
        return length;
    }

    private void frame(int kind, long position) throws IOException {
        height = bytes.uint16(position + 1);
        width = bytes.uint16(position + 3);
        components = bytes.at(position + 5);
        progressive = (kind & 0x03) == 2;
        limit.check(width, height);
    }

    /** Entropy-coded bytes go on until a marker that is neither a stuffed zero nor a restart. */
    private long afterScan(long position) throws IOException {
        scans++;
        if (scans > MOST_SCANS) {
            throw new BrokenPhoto();
        }
        long at = position + length(position);
        while (true) {
            at = bytes.indexOf(0xFF, at);
            int next = bytes.at(at + 1);
            if (next == 0 || isRestart(next)) {
                at += 2;
            } else if (next == 0xFF) {
                at++;
            } else {
                return at;
            }
        }
    }

    private static boolean isRestart(int kind) {
        return kind >= 0xD0 && kind <= 0xD7;
    }

    /** Start of frame: C0 to CF but for the tables DHT, JPG and DAC. */
    private static boolean isFrame(int kind) {
        return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    }
}
