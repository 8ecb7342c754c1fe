package io.quanmin.wechatsandbox.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Dice;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.PushFormat;
import io.quanmin.wechatsandbox.base.PushMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushRequestTest {

    private static final Pattern IN_XML = Pattern.compile("<Encrypt><!\\[CDATA\\[(.*)]]></Encrypt>");

    @ParameterizedTest
    @CsvSource({"SECURE, JSON", "SECURE, XML", "COMPATIBLE, JSON", "COMPATIBLE, XML"})
    void whoHasTheKeyReadsTheMessageAndWhoHasTheTokenCanTrustIt(PushMode mode, PushFormat format) {
        AppSettings app = AppSettings.miniProgram().withPush(mode, format);
        String message = format == PushFormat.JSON
                ? "{\"Event\":\"debug_demo\",\"name\":\"林小满\"}"
                : "<xml><Event><![CDATA[debug_demo]]></Event><name>林小满</name></xml>";

        PushRequest push = PushRequest.of(app, "oOPENID", message, 1_714_112_445, new Dice(7));

        String encrypted = encrypted(push.body(), format);
        Map<String, String> query = query(push);
        String time = query.getOrDefault("timestamp", "");
        String nonce = query.getOrDefault("nonce", "");
        assertThat(new PushCipher(app.encodingAesKey(), app.appid()).decrypt(encrypted))
                .isEqualTo(message);
        assertThat(query.get("msg_signature")).isEqualTo(PushSignature.of(app.callbackToken(), time, nonce, encrypted));
        assertThat(query.get("signature")).isEqualTo(PushSignature.of(app.callbackToken(), time, nonce));
        assertThat(push.body().contains("debug_demo")).isEqualTo(mode == PushMode.COMPATIBLE);
    }

    private static String encrypted(String body, PushFormat format) {
        if (format == PushFormat.JSON) {
            return Json.MAPPER.readTree(body).path("Encrypt").asString();
        }
        Matcher found = IN_XML.matcher(body);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Map<String, String> query(PushRequest push) {
        return Stream.of(push.query().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
