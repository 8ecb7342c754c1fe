package io.quanmin.local.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures of which no two look the same. */
final class Pictures {

    private static final int FIELDS = 9;
    private static final int FIELD = 60;

    private final Path folder;
    private final Random random = new Random();
    private int taken;

    Pictures(Path folder) {
        this.folder = folder;
    }

    Path next() {
        BufferedImage image = new BufferedImage(FIELDS * FIELD, FIELDS * FIELD, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int field = 0; field < FIELDS * FIELDS; field++) {
            graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.3f, random.nextFloat()));
            graphics.fillRect(field % FIELDS * FIELD, field / FIELDS * FIELD, FIELD, FIELD);
        }
        graphics.dispose();
        return kept(image, folder.resolve("picture-%d.jpg".formatted(++taken)));
    }

    private static Path kept(BufferedImage image, Path file) {
        try {
            Files.createDirectories(file.getParent());
            if (!ImageIO.write(image, "jpg", file.toFile())) {
                throw new IllegalStateException("no writer for JPEG");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
