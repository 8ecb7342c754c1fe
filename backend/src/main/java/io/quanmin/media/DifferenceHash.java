package io.quanmin.media;

import java.awt.image.BufferedImage;

/** A perceptual hash (dHash, 64 bits): alike pictures differ in few bits, whatever their size and compression. */
final class DifferenceHash {

    private static final int SIDE = 8;

    private DifferenceHash() {}

    /** One bit for each of 8 x 8 fields: whether it is brighter than its right neighbour. */
    static long of(BufferedImage picture) {
        BufferedImage small = Shrinking.drawn(Shrinking.within(picture, 32), SIDE + 1, SIDE);
        long hash = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                hash = hash << 1 | (brightness(small, x, y) > brightness(small, x + 1, y) ? 1 : 0);
            }
        }
        return hash;
    }

    private static int brightness(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return 299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF);
    }
}
