package io.quanmin.media;

/**
 * A part of a picture, in shares of its width and height from the left and the top, so that it fits every size of it.
 *
 * @param x from 0; with {@code width} at most 1
 * @param y from 0; with {@code height} at most 1
 * @param width above 0
 * @param height above 0
 */
public record Region(double x, double y, double width, double height) {

    /** A finger that slides over the edge is a little outside by rounding. */
    private static final double SLACK = 1e-6;

    public Region {
        if (!within(x, y, width, height)) {
            throw new IllegalArgumentException("A region lies within its picture");
        }
    }

    /** Whether such a region lies within a picture. */
    public static boolean within(double x, double y, double width, double height) {
        return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1 + SLACK && y + height <= 1 + SLACK;
    }
}
