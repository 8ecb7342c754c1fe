package io.quanmin.identity;

/**
 * The privacy agreement in force.
 *
 * @param text plain text, paragraphs parted by empty lines
 */
record Agreement(int version, String title, String text) {}
