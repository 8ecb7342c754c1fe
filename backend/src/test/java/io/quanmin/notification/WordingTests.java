package io.quanmin.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTests {

    private static final String TEXT = "“{type}”（{number}）已受理[，预计 {due} 前办结]。";

    @Test
    void parametersArePutIn() {
        assertThat(Wording.fill(TEXT, Map.of("type", "井盖丢失", "number", "7", "due", "18:00")))
                .isEqualTo("“井盖丢失”（7）已受理，预计 18:00 前办结。");
    }

    @Test
    void aPartWhoseParameterIsMissingIsLeftOut() {
        assertThat(Wording.fill(TEXT, Map.of("type", "井盖丢失", "number", "7", "due", " ")))
                .isEqualTo("“井盖丢失”（7）已受理。");
    }

    @Test
    void whatAValueSaysIsNotReadAsText() {
        assertThat(Wording.fill("{type}{number}", Map.of("type", "$1 {number} \\", "number", "7")))
                .isEqualTo("$1 {number} \\7");
    }
}
