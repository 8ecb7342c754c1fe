package io.quanmin.wechatsandbox.screening;

/** What tests and the page may set about content checks. */
public record Screening(WordList words, MediaChecks media) {

    public Screening() {
        this(new WordList(), new MediaChecks());
    }
}
