package io.quanmin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

public final class TextsTest {

    @Test
    void controlCharactersAreTakenOutAndLineEndsStay() {
        assertThat(Texts.clean("  井\u0000盖\u0007丢了\r\n在北门\t口\u202E ")).isEqualTo("井盖丢了\n在北门 口");
    }

    @Test
    void brokenPairsAreTakenOutAndWholeEmojiStay() {
        assertThat(Texts.clean("坏\uD83D了")).isEqualTo("坏了");
        assertThat(Texts.clean("谢谢👨‍👩‍👧")).isEqualTo("谢谢👨‍👩‍👧");
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(Texts.length("👍👍")).isEqualTo(2);
    }
}
