package io.quanmin.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller, halving first so that no pixel is skipped; transparency becomes white. */
final class Shrinking {

    private Shrinking() {}

    /** Opaque RGB with sides of at most {@code longest} pixels; a smaller picture keeps its size. */
    static BufferedImage within(BufferedImage image, int longest) {
        BufferedImage current = image;
        while (Math.max(current.getWidth(), current.getHeight()) >= 2 * longest) {
            current = drawn(current, half(current.getWidth()), half(current.getHeight()));
        }
        double scale = Math.min(1, (double) longest / Math.max(current.getWidth(), current.getHeight()));
        return drawn(current, scaled(current.getWidth(), scale), scaled(current.getHeight(), scale));
    }

    static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return target;
    }

    private static int half(int side) {
        return Math.max(1, side / 2);
    }

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }
}
