package io.quanmin.media;

import java.awt.image.BufferedImage;

/** Turns pixels the way the camera was held, by the EXIF orientation. */
final class Upright {

    private Upright() {}

    /** @param orientation 1 to 8: see the tag Orientation of EXIF */
    static BufferedImage turn(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean lying = orientation >= 5;
        BufferedImage turned = new BufferedImage(lying ? height : width, lying ? width : height, image.getType());
        for (int y = 0; y < turned.getHeight(); y++) {
            for (int x = 0; x < turned.getWidth(); x++) {
                turned.setRGB(x, y, source(image, orientation, x, y));
            }
        }
        return turned;
    }

    private static int source(BufferedImage image, int orientation, int x, int y) {
        int right = image.getWidth() - 1;
        int bottom = image.getHeight() - 1;
        return switch (orientation) {
            case 2 -> image.getRGB(right - x, y);
            case 3 -> image.getRGB(right - x, bottom - y);
            case 4 -> image.getRGB(x, bottom - y);
            case 5 -> image.getRGB(y, x);
            case 6 -> image.getRGB(y, bottom - x);
            case 7 -> image.getRGB(right - y, bottom - x);
            case 8 -> image.getRGB(right - y, x);
            default -> image.getRGB(x, y);
        };
    }
}
