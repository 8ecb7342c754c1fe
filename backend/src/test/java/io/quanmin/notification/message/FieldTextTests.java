package io.quanmin.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTextTests {

    private static final String NOW = "2026年11月23日 16:00";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thing2 | 暴露垃圾 | 暴露垃圾",
                "thing2 | 一二三四五六七八九十一二三四五六七八九十 | 一二三四五六七八九十一二三四五六七八九十",
                "thing2 | 一二三四五六七八九十一二三四五六七八九十百 | 一二三四五六七八九十一二三四五六七八九…",
                "thing2 | 井盖😀丢失🕳️了 | 井盖丢失了",
                "thing2 | 😀 | 无",
                "thing2 | '  ' | 无",
                "thing12 | '第一行\n第二行' | 第一行 第二行",
                "character_string1 | 9901-20261123-0007 | 9901-20261123-0007",
                "character_string1 | 案件9901（急） | 9901",
                "character_string1 | 案件 | -",
                "character_string1 | abcdefghijklmnopqrstuvwxyz0123456789 | abcdefghijklmnopqrstuvwxyz012345",
                "phrase3 | 已受理 | 已受理",
                "phrase3 | 处置完成，等待验收 | 处置完成等",
                "phrase3 | OK | 已更新",
                "time4 | 2026-11-24 18:00 | 2026-11-24 18:00",
                "time4 | 2026年11月4日 8:05 | 2026年11月4日 8:05",
                "time4 | 18:30 | 18:30",
                "time4 | 25:30 | 2026年11月23日 16:00",
                "time4 | 尽快 | 2026年11月23日 16:00",
                "time4 | '' | 2026年11月23日 16:00",
                "date5 | 2026年11月4日 | 2026年11月4日",
                "date5 | 明天 | 2026年11月23日 16:00",
                "number6 | 12.5 | 12.5",
                "number6 | 十二 | 0",
                "amount7 | ¥12.50元 | ¥12.50元",
                "amount7 | 很多 | 0",
                "phone_number8 | 0571-8888 8888（转1） | 0571-8888 88881",
                "name9 | 欧阳夏丹·买买提·阿不都拉 | 欧阳夏丹·买买提·阿",
                "name9 | 张3 | 张",
                "letter1 | ab12中 | ab",
                "symbol1 | a*-b | *-",
                "car_number1 | 浙A·12345 | 浙A12345"
            })
    void aValueIsCutToWhatItsFieldTakes(String key, String value, String fitted) {
        assertThat(FieldText.fit(key, value, NOW)).isEqualTo(fitted);
    }

    @Test
    void aCharacterBeyondTheBasicPlaneCountsOnceAndIsNeverHalved() {
        String rare = "𠮷".repeat(25);
        assertThat(FieldText.fit("thing1", rare, NOW)).isEqualTo("𠮷".repeat(19) + "…");
        assertThat(FieldText.fit("phrase1", rare, NOW)).isEqualTo("𠮷".repeat(5));
    }

    private static final Map<String, Predicate<String>> TAKEN = Map.of(
            "thing1", value -> length(value) <= 20,
            "character_string1", value -> value.matches("[!-~]{1,32}"),
            "phrase1", value -> length(value) <= 5 && value.codePoints().allMatch(Character::isIdeographic),
            "time1", value -> value.matches(".*\\d{1,2}:\\d{2}(:\\d{2})?"),
            "number1", value -> value.matches("-?\\d+(\\.\\d+)?"),
            "phone_number1", value -> length(value) <= 17,
            "name1", value -> length(value) <= 20 && value.chars().noneMatch(Character::isDigit),
            "symbol1", value -> length(value) <= 5,
            "letter1", value -> value.matches("[A-Za-z]{1,32}"),
            "unheard1", value -> length(value) <= 20);

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 99})
    void whateverPeopleWriteEveryFieldIsTakenAndNoneIsEmpty(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            String value = anything(random);
            TAKEN.forEach((key, taken) -> {
                String fitted = FieldText.fit(key, value, NOW);
                assertThat(fitted).as("seed %d, %s of <%s>", seed, key, value).isNotBlank();
                assertThat(fitted.codePoints().noneMatch(Character::isISOControl))
                        .isTrue();
                assertThat(taken.test(fitted))
                        .as("seed %d, %s: <%s>", seed, key, fitted)
                        .isTrue();
            });
        }
    }

    private static String anything(Random random) {
        int[] kinds = {' ', '\n', '\t', 0x7F, 'a', '7', '#', '，', '案', 0x20BB7, 0x1F600, 0x200D, 0xFE0F, '件', ':', '-'};
        return random.ints(random.nextInt(40), 0, kinds.length)
                .mapToObj(kind -> Character.toString(kinds[kind]))
                .collect(Collectors.joining());
    }

    private static int length(String value) {
        return value.codePointCount(0, value.length());
    }
}
