package io.quanmin.media;

import java.io.IOException;
import java.nio.file.Path;

/** Looks whether a spooled upload is one whole photo and nothing else. Blocks: for the workshop only. */
final class Inspection {

    private static final String END_OF_ZIP = "PK\5\6";
    private static final int ZIP_END = 22;
    private static final int LONGEST_ZIP_COMMENT = 0xFFFF;
    private static final int WHERE_PAGES_BEGIN = 1024;

    private final PixelLimit limit;

    Inspection(PixelLimit limit) {
        this.limit = limit;
    }

    /** Fails with {@link NotAPhoto}, {@link BrokenPhoto} or {@link TooManyPixels}. */
    Anatomy inspect(Path file) throws IOException {
        try (PhotoBytes bytes = PhotoBytes.open(file)) {
            byte[] head = bytes.slice(0, (int) Math.min(PhotoFormat.HEAD, bytes.size()));
            PhotoFormat format = PhotoFormat.of(head).orElseThrow(NotAPhoto::new);
            Anatomy anatomy = read(format, bytes);
            if (isArchive(bytes) || isPage(bytes)) {
                throw new BrokenPhoto();
            }
            return anatomy;
        }
    }

    private Anatomy read(PhotoFormat format, PhotoBytes bytes) throws IOException {
        try {
            return switch (format) {
                case JPEG -> JpegAnatomy.read(bytes, limit);
                case PNG -> PngAnatomy.read(bytes, limit);
                case WEBP -> WebpAnatomy.read(bytes, limit);
                case HEIC -> HeicAnatomy.read(bytes, limit);
            };
        } catch (java.io.EOFException truncated) {
            throw new BrokenPhoto();
        }
    }

    /** A ZIP is read from its end: its last record names the length of the comment that leads exactly to the last byte. */
    private static boolean isArchive(PhotoBytes bytes) throws IOException {
        long first = Math.max(0, bytes.size() - ZIP_END - LONGEST_ZIP_COMMENT);
        for (long at = bytes.indexOf('P', first); at + ZIP_END <= bytes.size(); at = bytes.indexOf('P', at + 1)) {
            long comment = bytes.at(at + 20) | bytes.at(at + 21) << 8;
            if (bytes.has(at, END_OF_ZIP) && at + ZIP_END + comment == bytes.size()) {
                return true;
            }
        }
        return false;
    }

    /** Readers of PDF and of pages look at the first kilobyte only. */
    private static boolean isPage(PhotoBytes bytes) throws IOException {
        String head =
                bytes.text(0, (int) Math.min(WHERE_PAGES_BEGIN, bytes.size())).toLowerCase(java.util.Locale.ROOT);
        return head.contains("%pdf-") || head.contains("<html") || head.contains("<script") || head.contains("<?php");
    }
}
