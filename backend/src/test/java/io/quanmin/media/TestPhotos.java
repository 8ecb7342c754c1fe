package io.quanmin.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Photos to upload: real ones from cameras and phones, and small made ones. */
final class TestPhotos {

    private TestPhotos() {}

    static byte[] real(String name) {
        try (InputStream in = Objects.requireNonNull(TestPhotos.class.getResourceAsStream("/photos/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] made(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.RED, width, height, Color.BLUE));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return encoded(image, format);
    }

    static byte[] webp() {
        return real("made.webp");
    }

    /** A whole one of each format. */
    static byte[] of(PhotoFormat format) {
        return switch (format) {
            case JPEG -> real("DSCN0010.jpg");
            case PNG -> made("png", 300, 200);
            case WEBP -> webp();
            case HEIC -> real("IMG_5195.HEIC");
        };
    }

    static byte[] encoded(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
