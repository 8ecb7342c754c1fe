package io.quanmin.wechat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quanmin.wechat.wire.Fields;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/** Makes codes that people scan. */
final class ScanCodes {

    /** What WeChat carries in a mini-program code. */
    private static final Pattern SCENE = Pattern.compile("[0-9A-Za-z!#$&'()*+,/:;=?@\\-._~]{1,32}");

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int WIDTH = 430;
    private static final int LONGEST_PARAMETER = 64;

    private final Line mini;
    private final Line service;
    private final WeChatSettings settings;

    ScanCodes(Line mini, Line service, WeChatSettings settings) {
        this.mini = mini;
        this.service = service;
        this.settings = settings;
    }

    private record MiniCode(
            String scene,
            String page,
            @JsonProperty("check_path") boolean checkPath,
            @JsonProperty("env_version") String version,
            int width) {}

    private record ServiceCode(
            @JsonProperty("expire_seconds") long seconds,
            @JsonProperty("action_name") String action,
            @JsonProperty("action_info") Map<String, Object> info) {}

    Mono<byte[]> miniProgram(String page, String scene) {
        if (!SCENE.matcher(scene).matches() || page.startsWith("/") || page.contains("?")) {
            return Mono.error(new IllegalArgumentException("Not a scene or page that WeChat takes"));
        }
        WeChatSettings.Release release = settings.mini().release();
        boolean released = release == WeChatSettings.Release.FORMAL;
        return mini.picture("/wxa/getwxacodeunlimit", new MiniCode(scene, page, released, release.version(), WIDTH))
                .onErrorMap(IOException.class, Away::because);
    }

    Mono<URI> service(String scene) {
        if (scene.isBlank() || scene.length() > LONGEST_PARAMETER) {
            return Mono.error(new IllegalArgumentException("A parameter has 1 to 64 characters"));
        }
        Map<String, Object> info = Map.of("scene", Map.of("scene_str", scene));
        return service.post("/cgi-bin/qrcode/create", new ServiceCode(LONGEST.toSeconds(), "QR_STR_SCENE", info))
                .map(answer -> picture(Fields.text(answer, "ticket")))
                .onErrorMap(IOException.class, Away::because);
    }

    private URI picture(String ticket) {
        String encoded = URLEncoder.encode(ticket, StandardCharsets.UTF_8);
        return URI.create(settings.service().webBase() + "/cgi-bin/showqrcode?ticket=" + encoded);
    }
}
