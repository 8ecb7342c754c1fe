package io.quanmin.media;

import java.io.IOException;

/**
 * What may follow a JPEG's end. Phones do append things: padding, further pictures (multi-picture format, gain maps), the film
 * of a moving photo, Samsung's own block. Anything else makes the file two things at once, and is refused.
 */
final class JpegTrailer {

    private static final int MOST_PICTURES = 16;
    private static final PixelLimit ANY = new PixelLimit(Long.MAX_VALUE);

    private JpegTrailer() {}

    static void check(PhotoBytes bytes, long end) throws IOException {
        long last = end;
        long position = afterPadding(bytes, last);
        for (int picture = 0; isJpeg(bytes, position) && picture < MOST_PICTURES; picture++) {
            last = JpegAnatomy.end(bytes, position, ANY);
            position = afterPadding(bytes, last);
        }
        if (position < bytes.size() && !isFilm(bytes, position) && !SamsungBlock.fills(bytes, last, position)) {
            throw new BrokenPhoto();
        }
    }

    private static long afterPadding(PhotoBytes bytes, long from) throws IOException {
        long position = from;
        while (position < bytes.size() && (bytes.at(position) == 0 || isFill(bytes, position))) {
            position++;
        }
        return position;
    }

    private static boolean isFill(PhotoBytes bytes, long position) throws IOException {
        return bytes.at(position) == 0xFF && (position + 1 == bytes.size() || bytes.at(position + 1) != 0xD8);
    }

    private static boolean isJpeg(PhotoBytes bytes, long position) throws IOException {
        return bytes.has(position, "\u00ff\u00d8\u00ff");
    }

    private static boolean isFilm(PhotoBytes bytes, long position) throws IOException {
        // The size of the first box begins with zeros, which were taken for padding.
        for (long start = Math.max(0, position - 3); start <= position; start++) {
            if (bytes.has(start + 4, "ftyp")) {
                return IsoBoxes.fill(bytes, start);
            }
        }
        return false;
    }
}
