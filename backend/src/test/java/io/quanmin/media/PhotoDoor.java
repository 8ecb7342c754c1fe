package io.quanmin.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quanmin.kernel.Id;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a phone meets it: silent login, then uploads as {@code wx.uploadFile} sends them. */
@TestComponent
@Lazy
final class PhotoDoor {

    final WebTestClient web;

    PhotoDoor(Environment environment) {
        this.web = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + environment.getRequiredProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    record Visitor(String token, Id id, String openid) {}

    Visitor login() {
        String openid = "o" + UUID.randomUUID().toString().replace("-", "").substring(0, 27);
        JsonNode body = body(web.post()
                .uri("/api/v1/sessions")
                .bodyValue(Map.of("code", openid))
                .exchange()
                .expectStatus()
                .is2xxSuccessful());
        return new Visitor(
                body.path("token").asString(),
                Id.parse(body.path("me").path("id").asString()),
                openid);
    }

    ResponseSpec upload(Visitor visitor, byte[] content) {
        return send(visitor, form("file", content));
    }

    ResponseSpec send(Visitor visitor, MultipartBodyBuilder form) {
        return web.post()
                .uri("/api/v1/photos")
                .header("Authorization", "Bearer " + visitor.token())
                .bodyValue(form.build())
                .exchange();
    }

    /** With chunked transfer, so that nobody knows the length before the end. */
    ResponseSpec sendInChunks(Visitor visitor, byte[] content) {
        byte[] head =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n".getBytes(US_ASCII);
        byte[] tail = "\r\n--x--\r\n".getBytes(US_ASCII);
        return web.post()
                .uri("/api/v1/photos")
                .header("Authorization", "Bearer " + visitor.token())
                .header("Content-Type", "multipart/form-data; boundary=x")
                .body(Uploads.chunks(TestPhotos.joined(head, content, tail)), DataBuffer.class)
                .exchange();
    }

    ResponseSpec post(Visitor visitor, String path, Object body) {
        return web.post()
                .uri(path)
                .header("Authorization", "Bearer " + visitor.token())
                .bodyValue(body)
                .exchange();
    }

    ResponseSpec get(Visitor visitor, String path) {
        return web.get()
                .uri(path)
                .header("Authorization", "Bearer " + visitor.token())
                .exchange();
    }

    static MultipartBodyBuilder form(String field, byte[] content) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part(field, file(content), MediaType.APPLICATION_OCTET_STREAM);
        return form;
    }

    static ByteArrayResource file(byte[] content) {
        return new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return "photo.dat";
            }
        };
    }

    static JsonNode body(ResponseSpec answer) {
        byte[] body = Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody());
        return JsonMapper.shared().readTree(body);
    }
}
