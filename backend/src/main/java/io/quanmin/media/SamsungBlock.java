package io.quanmin.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What Samsung's cameras append to a JPEG: pieces of data, then a directory {@code SEFH} that says how far before it each piece
 * begins and how long it is, then the directory's length and {@code SEFT}. All numbers are little-endian.
 */
final class SamsungBlock {

    private static final int HEAD = 12;
    private static final int ENTRY = 12;
    private static final int TAIL = 8;
    private static final int MOST = 1_000;

    private SamsungBlock() {}

    /** @param distance from the piece's first byte to the directory */
    private record Piece(long distance, long length) {}

    /**
     * Whether such a block ends the file and its pieces lie without a gap behind the picture.
     *
     * @param from where the picture ends
     * @param to where the padding behind it does; a piece begins with zeros, which look like padding
     */
    static boolean fills(PhotoBytes bytes, long from, long to) throws IOException {
        long tail = bytes.size() - TAIL;
        if (!bytes.has(tail + 4, "SEFT")) {
            return false;
        }
        long directory = tail - bytes.uint32Little(tail);
        if (directory < from || !bytes.has(directory, "SEFH")) {
            return false;
        }
        long count = bytes.uint32Little(directory + 8);
        long start = count <= MOST && directory + HEAD + count * ENTRY == tail
                ? directory - length(pieces(bytes, directory, (int) count))
                : -1;
        return start >= from && start <= to;
    }

    private static List<Piece> pieces(PhotoBytes bytes, long directory, int count) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        for (long entry = directory + HEAD; pieces.size() < count; entry += ENTRY) {
            pieces.add(new Piece(bytes.uint32Little(entry + 4), bytes.uint32Little(entry + 8)));
        }
        pieces.sort(Comparator.comparingLong(Piece::distance));
        return pieces;
    }

    /** Of all of them together; more than any file has where there is a gap between two. */
    private static long length(List<Piece> pieces) {
        long length = 0;
        for (Piece piece : pieces) {
            length += piece.length();
            if (length != piece.distance()) {
                return Long.MAX_VALUE;
            }
        }
        return length;
    }
}
