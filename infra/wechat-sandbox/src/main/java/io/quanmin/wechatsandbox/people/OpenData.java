package io.quanmin.wechatsandbox.people;

import io.quanmin.wechatsandbox.base.Dice;
import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.SandboxClock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What client APIs hand over signed and encrypted with the session key of the moment. */
public final class OpenData {

    /**
     * What the client gets and passes on.
     *
     * @param signature SHA-1 over raw data and session key, hex
     * @param encryptedData the raw data with a watermark, AES-128-CBC, Base64
     * @param iv Base64
     */
    public record Sealed(String rawData, String signature, String encryptedData, String iv) {}

    private final SessionKeys sessionKeys;
    private final SandboxClock clock;
    private final Dice dice;

    public OpenData(Ground ground, SessionKeys sessionKeys) {
        this.sessionKeys = sessionKeys;
        this.clock = ground.clock();
        this.dice = ground.dice();
    }

    /** Throws {@link IllegalStateException} when the user has never logged in. */
    public Sealed seal(String appid, String openid, Map<String, ?> data) {
        String key = sessionKeys.of(openid).orElseThrow(() -> new IllegalStateException("Never logged in: " + openid));
        String raw = Json.MAPPER.writeValueAsString(data);
        Map<String, Object> marked = new LinkedHashMap<>(data);
        marked.put("watermark", Map.of("timestamp", clock.epochSecond(), "appid", appid));
        byte[] iv = dice.bytes(16);
        byte[] secret = encrypt(key, iv, Json.MAPPER.writeValueAsBytes(marked));
        Base64.Encoder base64 = Base64.getEncoder();
        return new Sealed(raw, signature(raw, key), base64.encodeToString(secret), base64.encodeToString(iv));
    }

    static String signature(String rawData, String sessionKey) {
        try {
            byte[] text = (rawData + sessionKey).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] encrypt(String sessionKey, byte[] iv, byte[] plain) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            SecretKeySpec key = new SecretKeySpec(Base64.getDecoder().decode(sessionKey), "AES");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
