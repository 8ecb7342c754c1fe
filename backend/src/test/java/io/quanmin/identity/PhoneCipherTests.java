package io.quanmin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number can be found and read by who has the keys, and by nobody else. */
class PhoneCipherTests {

    private static final String FIRST = key('1');
    private static final String SECOND = key('2');
    private static final String INDEX = key('3');

    private final PhoneCipher cipher = new PhoneCipher(PhoneKeys.read(Map.of("a", FIRST), "a", INDEX));

    @Test
    void aNumberIsReadAgainAndEncryptedAnewEachTime() {
        EncryptedPhone once = cipher.seal("13800138000");
        EncryptedPhone twice = cipher.seal("13800138000");
        assertThat(cipher.open(once)).isEqualTo("13800138000");
        assertThat(once.ciphertext()).isNotEqualTo(twice.ciphertext());
        assertThat(once.blind()).isEqualTo(twice.blind()).isNotEqualTo(cipher.blind("13800138001"));
    }

    @Test
    void anOldKeyStillReadsWhatItWrote() {
        EncryptedPhone old = cipher.seal("13800138000");
        PhoneCipher rotated = new PhoneCipher(PhoneKeys.read(Map.of("a", FIRST, "b", SECOND), "b", INDEX));
        assertThat(rotated.open(old)).isEqualTo("13800138000");
        assertThat(rotated.seal("13800138000").keyId()).isEqualTo("b");
        assertThat(rotated.blind("13800138000")).isEqualTo(old.blind());
    }

    @Test
    void whatWasTamperedWithIsNotRead() {
        EncryptedPhone phone = cipher.seal("13800138000");
        phone.ciphertext()[15] ^= 1;
        assertThatThrownBy(() -> cipher.open(phone)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNumberMovedToAnotherRowIsNotRead() {
        EncryptedPhone phone = cipher.seal("13800138000");
        EncryptedPhone moved = new EncryptedPhone(phone.ciphertext(), phone.keyId(), cipher.blind("13900139001"));
        assertThatThrownBy(() -> cipher.open(moved)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keysOfTheWrongLengthAreRefusedAtTheStart() {
        assertThatThrownBy(() -> PhoneKeys.read(Map.of("a", "c2hvcnQ="), "a", INDEX))
                .hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> PhoneKeys.read(Map.of("a", FIRST), "b", INDEX)).hasMessageContaining("current");
    }

    @ParameterizedTest
    @CsvSource({"13800138000,138****8000", "02088886666,020****6666", "12345,****45", "1,****1"})
    void theMiddleOfANumberIsHidden(String number, String masked) {
        assertThat(Phone.masked(number)).isEqualTo(masked);
    }

    private static String key(char filler) {
        byte[] key = String.valueOf(filler).repeat(32).getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(key);
    }
}
