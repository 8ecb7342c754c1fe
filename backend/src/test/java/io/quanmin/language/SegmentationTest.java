package io.quanmin.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Words out of Chinese. */
class SegmentationTest {

    private final DictionarySegmentation segmentation = new DictionarySegmentation();

    @AfterEach
    void close() {
        segmentation.destroy();
    }

    @Test
    void aSentenceFallsIntoItsWords() {
        assertThat(segmentation.words("小区门口的垃圾桶满了")).contains("小区", "门口", "垃圾桶", "满");
    }

    @Test
    void whatDeniesIsAWordToo() {
        assertThat(segmentation.words("路灯没亮，不修")).contains("没", "不").doesNotContain("，");
    }

    @Test
    void otherLettersAndNothingAtAllDoNoHarm() {
        assertThat(segmentation.words("WiFi 坏了 😀")).contains("坏");
        assertThat(segmentation.words("")).isEmpty();
        assertThat(segmentation.words("，。！")).doesNotContain("路");
    }
}
