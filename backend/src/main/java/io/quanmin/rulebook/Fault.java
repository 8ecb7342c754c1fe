package io.quanmin.rulebook;

/**
 * What is wrong with a rulebook.
 *
 * @param where path into the content, such as {@code groups/exposed-garbage/limits/finish}
 * @param words for the working group, in Chinese
 */
public record Fault(String where, String words) {

    /** As one line for a log. */
    String line() {
        return where + " " + words;
    }
}
