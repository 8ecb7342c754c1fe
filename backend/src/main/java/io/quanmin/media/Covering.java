package io.quanmin.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Covers regions of a picture for good: each becomes one colour, the mean of what was there. What is left are three figures for
 * the whole region; large mosaics and blurs, from which letters have been read again, keep many.
 */
final class Covering {

    private Covering() {}

    /** Paints over the picture itself. */
    static void cover(BufferedImage picture, List<Region> regions) {
        if (regions.isEmpty()) {
            return;
        }
        Graphics2D graphics = picture.createGraphics();
        try {
            regions.forEach(region -> cover(picture, graphics, region));
        } finally {
            graphics.dispose();
        }
    }

    /** Rounded outwards: no row of pixels at the edge is left. */
    private static void cover(BufferedImage picture, Graphics2D graphics, Region region) {
        int left = (int) Math.floor(region.x() * picture.getWidth());
        int top = (int) Math.floor(region.y() * picture.getHeight());
        int right = Math.min(picture.getWidth(), (int) Math.ceil((region.x() + region.width()) * picture.getWidth()));
        int bottom =
                Math.min(picture.getHeight(), (int) Math.ceil((region.y() + region.height()) * picture.getHeight()));
        if (right <= left || bottom <= top) {
            return;
        }
        graphics.setColor(mean(picture, left, top, right, bottom));
        graphics.fillRect(left, top, right - left, bottom - top);
    }

    private static Color mean(BufferedImage picture, int left, int top, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int rgb = picture.getRGB(x, y);
                red += rgb >> 16 & 0xFF;
                green += rgb >> 8 & 0xFF;
                blue += rgb & 0xFF;
            }
        }
        long pixels = (long) (right - left) * (bottom - top);
        return new Color((int) (red / pixels), (int) (green / pixels), (int) (blue / pixels));
    }
}
