package io.quanmin.media;

/** How many pixels a photo may have. Checked as soon as a header names them, before anything is unpacked. */
record PixelLimit(long pixels) {

    void check(long width, long height) {
        if (width <= 0 || height <= 0) {
            throw new BrokenPhoto();
        }
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE || width * height > pixels) {
            throw new TooManyPixels(pixels / 1_000_000);
        }
    }
}
