package io.quanmin.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;

/**
 * Decodes a photo, taking only every n-th pixel of a large one, so that fifty megapixels need no more memory than a screenful.
 * Blocks: for the workshop only.
 */
final class Decoding {

    /** Twice the side of the picture that is served: enough to shrink well from. */
    private static final int LONGEST_SIDE = 3200;

    private static final long MOST_WEBP_PIXELS = 16_000_000;
    private static final int WEBP_BYTES_PER_PIXEL = 32;
    private static final int HEIC_BYTES_PER_PIXEL = 8;

    private Decoding() {}

    /**
     * Whether this build has a decoder that reads such a photo in reasonable time: WebP's, in Java, takes up to 1.5 seconds a
     * megapixel (measured on noise).
     */
    static boolean reads(Anatomy photo) {
        return switch (photo.format()) {
            case JPEG, PNG -> true;
            case WEBP -> photo.pixels() <= MOST_WEBP_PIXELS;
            case HEIC -> heic().hasNext();
        };
    }

    /** Every how many pixels one is taken, each way. */
    static int step(Anatomy photo) {
        return Math.max(1, Math.ceilDiv(Math.max(photo.width(), photo.height()), LONGEST_SIDE));
    }

    /**
     * Heap that decoding takes at most. WebP's decoder keeps all pixels whatever is asked of it: 12 megapixels fail with 200 MB
     * and pass with 400. Of a HEIC decoder nothing is known: the picture and a copy are assumed.
     */
    static long memory(Anatomy photo) {
        int step = step(photo);
        long taken = photo.pixels() / ((long) step * step);
        long decoded = taken * Math.max(4, photo.bytesPerPixel());
        return switch (photo.format()) {
            case JPEG, PNG -> decoded;
            case WEBP -> photo.pixels() * WEBP_BYTES_PER_PIXEL + decoded;
            case HEIC -> photo.pixels() * HEIC_BYTES_PER_PIXEL + decoded;
        };
    }

    /** Memory beside the heap: libjpeg keeps the coefficients of a whole progressive picture, two bytes a sample. */
    static long memoryOutside(Anatomy photo) {
        return photo.format() == PhotoFormat.JPEG && photo.interlaced()
                ? photo.pixels() * 2 * photo.bytesPerPixel()
                : 0;
    }

    /** Fails with {@link BrokenPhoto} where the pixels cannot be read. */
    static BufferedImage decode(Path file, Anatomy photo) throws IOException {
        ImageReader reader = reader(photo.format());
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            // Metadata stays unread: packed text in it may unpack to anything.
            reader.setInput(in, true, true);
            Complaints complaints = new Complaints();
            reader.addIIOReadWarningListener(complaints);
            BufferedImage image = reader.read(0, parameters(reader, step(photo)));
            complaints.check();
            return image;
        } catch (IIOException | RuntimeException | LinkageError unreadable) {
            throw new BrokenPhoto();
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(PhotoFormat format) throws IOException {
        return switch (format) {
            // By its own name: the registry looks for plug-ins with whatever class loader the thread has.
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
            case JPEG, PNG -> ImageIO.getImageReadersByFormatName(format.name()).next();
            case HEIC -> heic().next();
        };
    }

    /** None in the JDK; a city may bring one, by whichever of its two names. */
    private static Iterator<ImageReader> heic() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("heic");
        return readers.hasNext() ? readers : ImageIO.getImageReadersByFormatName("heif");
    }

    /** How the decoded picture lies: a HEIC says it by its own boxes, which its decoder obeys (ISO 23008-12, 6.5.10). */
    static int orientation(Anatomy photo, Evidence evidence) {
        return photo.format() == PhotoFormat.HEIC ? 1 : evidence.orientation();
    }

    private static ImageReadParam parameters(ImageReader reader, int step) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            // The reader then turns wide-gamut colours into sRGB row by row and not in a second whole picture.
            if (type.getColorModel().getColorSpace().isCS_sRGB() && type.getNumBands() == 3) {
                parameters.setDestinationType(type);
                break;
            }
        }
        return parameters;
    }

    /** The JPEG reader makes up what is missing and only warns. */
    private static final class Complaints implements javax.imageio.event.IIOReadWarningListener {

        private boolean incomplete;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            incomplete |= warning.contains("Premature end") || warning.contains("premature end");
        }

        void check() {
            if (incomplete) {
                throw new BrokenPhoto();
            }
        }
    }
}
