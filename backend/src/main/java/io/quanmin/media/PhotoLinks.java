package io.quanmin.media;

import java.net.URI;
import java.time.Instant;

/**
 * Where the clean copies of a photo are, for a limited time.
 *
 * @param picture long side at most 1,600 pixels
 * @param thumbnail long side at most 320 pixels
 * @param placeholder whether these are a placeholder, because no decoder could read the original
 */
public record PhotoLinks(URI picture, URI thumbnail, int width, int height, boolean placeholder, Instant until) {}
