package io.quanmin.media;

import io.quanmin.media.IsoBoxes.Box;
import java.io.IOException;
import java.util.Optional;

/** The item locations of a HEIC picture: the box {@code iloc}, whose fields have the widths it names itself. */
final class HeicLocations {

    private final PhotoBytes bytes;
    private final int version;
    private final int offsetWidth;
    private final int lengthWidth;
    private final int baseWidth;
    private final int indexWidth;
    private long position;

    HeicLocations(PhotoBytes bytes, Box box) throws IOException {
        this.bytes = bytes;
        this.version = bytes.at(box.content());
        int widths = bytes.uint16(box.content() + 4);
        this.offsetWidth = widths >> 12;
        this.lengthWidth = widths >> 8 & 0xF;
        this.baseWidth = widths >> 4 & 0xF;
        this.indexWidth = version == 0 ? 0 : widths & 0xF;
        this.position = box.content() + 6;
    }

    record Extent(long offset, long length) {}

    /** The first extent of an item, when it is counted from the beginning of the file. */
    Optional<Extent> find(long wanted, int most) throws IOException {
        long items = Math.min(most, number(version < 2 ? 2 : 4));
        for (long item = 0; item < items; item++) {
            long id = number(version < 2 ? 2 : 4);
            long method = version == 0 ? 0 : number(2) & 0xF;
            Optional<Extent> extent = extent();
            if (id == wanted) {
                return method == 0 ? extent : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Extent> extent() throws IOException {
        // An index into other files comes before the base offset, and does not concern us.
        long reference = number(2);
        long base = number(baseWidth);
        long extents = number(2);
        Optional<Extent> first = Optional.empty();
        for (long extent = 0; extent < extents; extent++) {
            position += indexWidth;
            Extent next = new Extent(base + number(offsetWidth), number(lengthWidth));
            first = first.or(() -> reference == 0 ? Optional.of(next) : Optional.empty());
        }
        return first;
    }

    private long number(int width) throws IOException {
        long number = 0;
        for (int i = 0; i < width; i++) {
            number = number << 8 | bytes.at(position);
            position++;
        }
        return number;
    }
}
