package io.quanmin.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What is served of a photo: JPEG, upright, pixels only.
 *
 * @param width of the picture; 0 of a placeholder
 * @param hash perceptual; absent of a placeholder
 */
record Copies(
        byte[] picture,
        byte[] thumbnail,
        int width,
        int height,
        @Nullable Long hash) {

    private static final int PICTURE = 1600;
    private static final int THUMBNAIL = 320;
    private static final float QUALITY = 0.82f;

    /** Size of the placeholder picture in pixels. */
    static final int PLACEHOLDER_WIDTH = 1200;

    static final int PLACEHOLDER_HEIGHT = 900;

    boolean isPlaceholder() {
        return width == 0;
    }

    static Copies of(BufferedImage decoded, int orientation) throws IOException {
        return of(decoded, orientation, List.of());
    }

    /** @param covered parts that nobody is to see; the perceptual hash is then of what is left */
    static Copies of(BufferedImage decoded, int orientation, List<Region> covered) throws IOException {
        BufferedImage picture = Upright.turn(Shrinking.within(decoded, PICTURE), orientation);
        Covering.cover(picture, covered);
        BufferedImage thumbnail = Shrinking.within(picture, THUMBNAIL);
        return new Copies(
                jpeg(picture), jpeg(thumbnail), picture.getWidth(), picture.getHeight(), DifferenceHash.of(thumbnail));
    }

    /** Says in Chinese that the original is kept and cannot be shown. */
    static Copies placeholder() throws IOException {
        return new Copies(resource("placeholder-picture.jpg"), resource("placeholder-thumbnail.jpg"), 0, 0, null);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Copies.class.getResourceAsStream("/media/" + name))) {
            return in.readAllBytes();
        }
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
