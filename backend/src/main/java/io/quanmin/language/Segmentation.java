package io.quanmin.language;

import java.util.List;

/** Words out of a text in which nobody puts blanks between them. */
public interface Segmentation {

    /**
     * The words in their order, Latin ones in lower case, without punctuation. Takes time, and much the first time, when the
     * dictionary is read: not for an event loop.
     */
    List<String> words(String text);
}
