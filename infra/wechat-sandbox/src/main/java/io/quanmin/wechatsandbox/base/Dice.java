package io.quanmin.wechatsandbox.base;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

/** All chance of one stand-in, from one seed, so that a run can be repeated. */
public final class Dice {

    private final Random random;

    public Dice(long seed) {
        this.random = new Random(seed);
    }

    public byte[] bytes(int count) {
        byte[] drawn = new byte[count];
        random.nextBytes(drawn);
        return drawn;
    }

    public String hex(int bytes) {
        return HexFormat.of().formatHex(bytes(bytes));
    }

    /** {@code count} characters of the URL-safe Base64 alphabet. */
    public String letters(int count) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes(count))
                .substring(0, count);
    }

    public String digits(int count) {
        StringBuilder drawn = new StringBuilder().append(1 + random.nextInt(9));
        while (drawn.length() < count) {
            drawn.append(random.nextInt(10));
        }
        return drawn.toString();
    }

    /** A message id as seen in real logs: above 2^53, so that whoever reads it as a double loses digits. */
    public long messageId() {
        return 1_988_810_812_324_364_291L + (long) (random.nextDouble() * 1e18);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
