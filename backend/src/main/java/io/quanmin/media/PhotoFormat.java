package io.quanmin.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.Set;

/** The kinds of photo that are taken, told by their first bytes and not by their name. */
enum PhotoFormat {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    HEIC("image/heic");

    /** Bytes that are enough to tell. */
    static final int HEAD = 12;

    /** Brands of HEVC-coded still pictures in ISO 23008-12; of AVIF none. */
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    private final String contentType;

    PhotoFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    static Optional<PhotoFormat> of(byte[] head) {
        String text = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (head.length < HEAD) {
            return Optional.empty();
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        String brand = new String(head, 8, 4, US_ASCII);
        return text.startsWith("ftyp", 4) && HEIC_BRANDS.contains(brand) ? Optional.of(HEIC) : Optional.empty();
    }
}
