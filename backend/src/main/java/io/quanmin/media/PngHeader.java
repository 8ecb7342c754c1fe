package io.quanmin.media;

import java.io.IOException;

/** The chunk IHDR. */
record PngHeader(int width, int height, int depth, int colour, boolean interlaced) {

    static final int LENGTH = 13;

    static PngHeader read(PhotoBytes bytes, long content, PixelLimit limit) throws IOException {
        long width = bytes.uint32(content);
        long height = bytes.uint32(content + 4);
        limit.check(width, height);
        PngHeader header = new PngHeader(
                (int) width, (int) height, bytes.at(content + 8), bytes.at(content + 9), bytes.at(content + 12) == 1);
        if (header.channels() == 0 || Integer.bitCount(header.depth) != 1 || header.depth > 16) {
            throw new BrokenPhoto();
        }
        return header;
    }

    private int channels() {
        return switch (colour) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 0;
        };
    }

    int bytesPerPixel() {
        return Math.max(1, channels() * depth / 8);
    }

    /** How many bytes the pixels must unpack to: each row of each pass has a filter byte. */
    long rawSize() {
        if (!interlaced) {
            return rows(width, height);
        }
        long size = 0;
        int[][] passes = {
            {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
        };
        for (int[] pass : passes) {
            size += rows((width - pass[0] + pass[2] - 1) / pass[2], (height - pass[1] + pass[3] - 1) / pass[3]);
        }
        return size;
    }

    private long rows(long columns, long rows) {
        long bits = columns * channels() * depth;
        return columns <= 0 ? 0 : rows * (1 + (bits + 7) / 8);
    }
}
