package io.quanmin.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Walks the chunks of a WebP (RFC 9649), which must fill the file exactly. */
final class WebpAnatomy {

    private static final int LONGEST_EXIF = 256 * 1024;

    private final PhotoBytes bytes;
    private long width;
    private long height;
    private boolean pixels;
    private byte @Nullable [] exif;

    private WebpAnatomy(PhotoBytes bytes) {
        this.bytes = bytes;
    }

    static Anatomy read(PhotoBytes bytes, PixelLimit limit) throws IOException {
        WebpAnatomy webp = new WebpAnatomy(bytes);
        webp.walk(limit);
        return new Anatomy(PhotoFormat.WEBP, (int) webp.width, (int) webp.height, 4, true, webp.exif);
    }

    private void walk(PixelLimit limit) throws IOException {
        long end = 8 + bytes.uint32Little(4);
        if (end != bytes.size()) {
            throw new BrokenPhoto();
        }
        long position = 12;
        while (position + 8 <= end) {
            long length = bytes.uint32Little(position + 4);
            long content = position + 8;
            if (length > end - content) {
                throw new BrokenPhoto();
            }
            chunk(bytes.fourLetters(position), content, length);
            limit.check(width, height);
            position = content + length + (length & 1);
        }
        if (!pixels) {
            throw new BrokenPhoto();
        }
    }

    private void chunk(String type, long content, long length) throws IOException {
        switch (type) {
            case "VP8X" -> size(uint24(content + 4) + 1, uint24(content + 7) + 1);
            case "VP8 " -> lossy(content);
            case "VP8L" -> lossless(content);
            case "ANMF" -> pixels = true;
            case "EXIF" -> exif = length <= LONGEST_EXIF ? bytes.slice(content, (int) length) : null;
            default -> {
                // ICC profiles, XMP and what nobody knows
            }
        }
    }

    /** A frame's head: three bytes of flags, the start code, then fourteen bits each. */
    private void lossy(long content) throws IOException {
        pixels = true;
        if (bytes.uint16(content + 3) != 0x9D01 || bytes.at(content + 5) != 0x2A) {
            throw new BrokenPhoto();
        }
        size(little16(content + 6) & 0x3FFF, little16(content + 8) & 0x3FFF);
    }

    private void lossless(long content) throws IOException {
        pixels = true;
        if (bytes.at(content) != 0x2F) {
            throw new BrokenPhoto();
        }
        long bits = bytes.uint32Little(content + 1);
        size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    }

    /** The canvas, where there is one, comes first and counts. */
    private void size(long w, long h) {
        if (width == 0) {
            width = w;
            height = h;
        }
    }

    private long little16(long position) throws IOException {
        return bytes.at(position) | bytes.at(position + 1) << 8;
    }

    private long uint24(long position) throws IOException {
        return little16(position) | (long) bytes.at(position + 2) << 16;
    }
}
