package io.quanmin.media;

import io.quanmin.media.IsoBoxes.Box;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks the boxes of a HEIC picture (ISO 23008-12) to find its size and its EXIF item; the pixels stay closed. */
final class HeicAnatomy {

    private static final int LONGEST_EXIF = 256 * 1024;
    private static final int MOST_ITEMS = 4_096;

    private final PhotoBytes bytes;

    private HeicAnatomy(PhotoBytes bytes) {
        this.bytes = bytes;
    }

    static Anatomy read(PhotoBytes bytes, PixelLimit limit) throws IOException {
        List<Box> top = IsoBoxes.between(bytes, 0, bytes.size());
        Box meta = IsoBoxes.first(top, "meta").orElseThrow(BrokenPhoto::new);
        if (IsoBoxes.first(top, "mdat").isEmpty()) {
            throw new BrokenPhoto();
        }
        HeicAnatomy heic = new HeicAnatomy(bytes);
        // A full box: four bytes of version and flags come first.
        List<Box> parts = IsoBoxes.between(bytes, meta.content() + 4, meta.end());
        Size size = heic.size(parts);
        limit.check(size.width, size.height);
        return new Anatomy(PhotoFormat.HEIC, (int) size.width, (int) size.height, 4, true, heic.exif(parts));
    }

    /** The largest of the sizes named: those of tiles and thumbnails are there too. */
    private Size size(List<Box> parts) throws IOException {
        Box properties = IsoBoxes.first(parts, "iprp").orElseThrow(BrokenPhoto::new);
        Box container = IsoBoxes.first(IsoBoxes.between(bytes, properties.content(), properties.end()), "ipco")
                .orElseThrow(BrokenPhoto::new);
        Size largest = new Size(0, 0);
        for (Box property : IsoBoxes.between(bytes, container.content(), container.end())) {
            if (property.type().equals("ispe")) {
                Size size = new Size(bytes.uint32(property.content() + 4), bytes.uint32(property.content() + 8));
                largest = size.width * size.height > largest.width * largest.height ? size : largest;
            }
        }
        return largest;
    }

    private record Size(long width, long height) {}

    private byte @Nullable [] exif(List<Box> parts) {
        try {
            Optional<Box> infos = IsoBoxes.first(parts, "iinf");
            Optional<Box> locations = IsoBoxes.first(parts, "iloc");
            if (infos.isEmpty() || locations.isEmpty()) {
                return null;
            }
            long item = exifItem(infos.get());
            return item < 0 ? null : tiff(new HeicLocations(bytes, locations.get()).find(item, MOST_ITEMS));
        } catch (IOException | BrokenPhoto malformed) {
            return null;
        }
    }

    /** The id of the item of type Exif; negative when there is none. */
    private long exifItem(Box infos) throws IOException {
        boolean small = bytes.at(infos.content()) == 0;
        for (Box info : IsoBoxes.between(bytes, infos.content() + (small ? 6 : 8), infos.end())) {
            int version = bytes.at(info.content());
            int idLength = version < 3 ? 2 : 4;
            long type = info.content() + 4 + idLength + 2;
            if (info.type().equals("infe") && version >= 2 && bytes.has(type, "Exif")) {
                return version < 3 ? bytes.uint16(info.content() + 4) : bytes.uint32(info.content() + 4);
            }
        }
        return -1;
    }

    /** The item begins with the distance to the TIFF block. */
    private byte @Nullable [] tiff(Optional<HeicLocations.Extent> found) throws IOException {
        if (found.isEmpty()) {
            return null;
        }
        HeicLocations.Extent extent = found.get();
        long skip = 4 + bytes.uint32(extent.offset());
        long length = extent.length() - skip;
        return length > 0 && length <= LONGEST_EXIF ? bytes.slice(extent.offset() + skip, (int) length) : null;
    }
}
