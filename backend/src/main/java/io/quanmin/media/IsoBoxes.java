package io.quanmin.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The boxes of ISO 14496-12, of which HEIC pictures and films are made. */
final class IsoBoxes {

    private static final int MOST = 1_000;

    private IsoBoxes() {}

    /**
     * @param content position after the head
     * @param end position after the last byte
     */
    record Box(String type, long content, long end) {}

    /** The boxes from one position to another, without a gap; broken when one does not fit. */
    static List<Box> between(PhotoBytes bytes, long start, long end) throws IOException {
        List<Box> boxes = new ArrayList<>();
        long position = start;
        while (position < end) {
            Box box = box(bytes, position, end);
            boxes.add(box);
            position = box.end();
            if (boxes.size() > MOST) {
                throw new BrokenPhoto();
            }
        }
        return boxes;
    }

    static Optional<Box> first(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
    }

    /** Whether well-formed boxes fill a file from a position to its end. */
    static boolean fill(PhotoBytes bytes, long start) throws IOException {
        try {
            return !between(bytes, start, bytes.size()).isEmpty();
        } catch (BrokenPhoto notBoxes) {
            return false;
        }
    }

    private static Box box(PhotoBytes bytes, long position, long end) throws IOException {
        if (position + 8 > end) {
            throw new BrokenPhoto();
        }
        long size = bytes.uint32(position);
        String type = bytes.fourLetters(position + 4);
        int head = 8;
        if (size == 1) {
            size = bytes.uint32(position + 8) << 32 | bytes.uint32(position + 12);
            head = 16;
        } else if (size == 0 && type.equals("mdat")) {
            // Only the pixels may say "until the end of the file".
            size = end - position;
        }
        if (size < head || size > end - position) {
            throw new BrokenPhoto();
        }
        return new Box(type, position + head, position + size);
    }
}
