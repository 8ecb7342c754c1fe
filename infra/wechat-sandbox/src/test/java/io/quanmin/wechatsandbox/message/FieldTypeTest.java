package io.quanmin.wechatsandbox.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    thing1 | 解放路与人民路交叉口路灯不亮请尽快处理
                    thing1 | 一二三四五六七八九十一二三四五六七八九十
                    thing1 | 𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷
                    number1 | 12.5
                    letter1 | abcXYZ
                    symbol1 | ###
                    character_string1 | QM20261123-000017
                    time4 | 15:01
                    time4 | 2026-11-23 15:01:59
                    time4 | 2026年11月23日 15:01
                    time4 | 15:01~16:00
                    date4 | 2026年11月23日
                    date4 | 11月23日
                    date4 | 2026年11月
                    date4 | 2026/11/23 08:00~2026/11/24 08:00
                    date4 | 2026.11.23
                    amount1 | ￥123.45元
                    amount1 | 1234567890
                    phone_number1 | +86-0766-66888866
                    car_number1 | 粤A8Z888挂
                    name1 | 欧阳娜娜
                    name1 | Ludwig Wittgenstein
                    phrase3 | 已受理
                    """)
    void aValueWithinItsTypesLimitIsAccepted(String key, String value) {
        assertThat(FieldType.ofKey(key).accepts(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    thing1 | 一二三四五六七八九十一二三四五六七八九十一
                    number1 | 12a
                    number1 | 123456789012345678901234567890123
                    letter1 | abc1
                    letter1 | 字母
                    symbol1 | ######
                    symbol1 | a#
                    character_string1 | 编号17
                    character_string1 | 123456789012345678901234567890123
                    time4 | 24:00
                    time4 | 下午三点
                    time4 | 2026-11-23
                    time4 | 15:01~16:00~17:00
                    date4 | 昨天
                    amount1 | 12345678901
                    amount1 | 十元
                    phone_number1 | 123456789012345678
                    phone_number1 | 电话
                    car_number1 | 粤A8Z8888挂
                    name1 | 一二三四五六七八九十一
                    name1 | abcdefghijklmnopqrstu
                    name1 | 张三a一二三四五六七八
                    name1 | 张3
                    phrase3 | 已经受理了啊
                    phrase3 | OK
                    phrase3 | 已受理1
                    """)
    void aValueBeyondItsTypesLimitIsNot(String key, String value) {
        assertThat(FieldType.ofKey(key).accepts(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"第一行\n第二行", "有\t制表符"})
    void aThingHasNoControlCharacters(String value) {
        assertThat(FieldType.THING.accepts(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyword1", "first", "remark"})
    void keysFromBeforeTheTypesHaveNone(String key) {
        assertThat(FieldType.ofKey(key)).isEqualTo(FieldType.UNTYPED);
    }
}
