package io.quanmin.wechatsandbox.screening;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Knows by their first bytes the pictures and sounds that can be checked. */
final class MediaType {

    static final int AUDIO = 1;
    static final int IMAGE = 2;

    private static final List<String> IMAGES = List.of("ffd8ff", "89504e47", "424d", "47494638");
    /** mp3 (ID3 or a bare frame), aac and wma, flac, ogg (vorbis, opus), wav, ac3. */
    private static final List<String> SOUNDS =
            List.of("494433", "fff", "3026b275", "664c6143", "4f676753", "52494646", "0b77");

    private MediaType() {}

    static boolean matches(int type, byte[] media) {
        String head = HexFormat.of().formatHex(Arrays.copyOf(media, Math.min(media.length, 12)));
        List<String> known = type == IMAGE ? IMAGES : SOUNDS;
        return known.stream().anyMatch(head::startsWith) && !isWebp(type, media);
    }

    private static boolean isWebp(int type, byte[] media) {
        return type == AUDIO && media.length > 12 && new String(media, 8, 4, StandardCharsets.US_ASCII).equals("WEBP");
    }
}
