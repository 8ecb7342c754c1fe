package io.quanmin.media;

import org.jspecify.annotations.Nullable;

/**
 * What the structure of a photo says, before anything is decoded.
 *
 * @param width of the stored pixels, before they are turned upright; 0 where the format hides it
 * @param bytesPerPixel in memory once decoded at full size
 * @param interlaced whether a decoder must keep the whole picture before the first row is ready
 * @param exif the TIFF block of the EXIF data
 */
record Anatomy(
        PhotoFormat format, int width, int height, int bytesPerPixel, boolean interlaced, byte @Nullable [] exif) {

    long pixels() {
        return (long) width * height;
    }
}
