package io.quanmin.media;

import java.nio.file.Path;

/**
 * A photo that may be kept.
 *
 * @param original the spooled file
 * @param size of the original in bytes
 */
record Examined(Path original, long size, PhotoFormat format, Evidence evidence, Copies copies) {}
