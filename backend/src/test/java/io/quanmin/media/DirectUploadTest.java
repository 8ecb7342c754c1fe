package io.quanmin.media;

import static io.quanmin.media.UploadTest.assertProblem;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.media.PhotoDoor.Visitor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;

/** Photos that go straight to the store. */
@MediaCityTest
final class DirectUploadTest {

    @Autowired
    private PhotoDoor door;

    @Autowired
    private StoredObjects objects;

    @Autowired
    private Sweeper sweeper;

    @Test
    void aPhotoPostedToTheStoreIsLookedAtAndThenCounts() throws Exception {
        Visitor visitor = door.login();
        byte[] photo = TestPhotos.real("DSCN0010.jpg");
        JsonNode form = invited(visitor, photo.length, "image/jpeg");

        assertThat(post(form, photo)).isBetween(200, 299);
        JsonNode kept = PhotoDoor.body(arrived(visitor, form).expectStatus().isCreated());

        assertThat(kept.path("width").asInt()).isEqualTo(640);
        assertThat(kept.path("takenFrom").path("datum").asString()).isEqualTo("WGS84");
        assertThat(objects.all()).contains("originals/" + path(form)).doesNotContain("incoming/" + path(form));
        assertThat(PhotoDoor.body(arrived(visitor, form).expectStatus().isCreated()))
                .isEqualTo(kept);
    }

    @Test
    void whatIsPostedAgainWithAnOldFormGoesOnceTheFormIsOver() throws Exception {
        Visitor visitor = door.login();
        byte[] photo = TestPhotos.made("jpeg", 60, 40);
        JsonNode form = invited(visitor, photo.length, "image/jpeg");
        assertThat(post(form, photo)).isBetween(200, 299);
        arrived(visitor, form).expectStatus().isCreated();
        assertThat(post(form, photo)).isBetween(200, 299);
        assertThat(objects.all()).contains("incoming/" + path(form));

        sweeper.sweepAfter(Duration.ofMinutes(74));
        assertThat(objects.all()).contains("incoming/" + path(form));
        sweeper.sweepAfter(Duration.ofMinutes(77));

        assertThat(objects.all())
                .doesNotContain("incoming/" + path(form))
                .contains("originals/" + path(form), "pictures/" + path(form) + ".jpg");
    }

    @Test
    void theFormTakesNothingElse() {
        Visitor visitor = door.login();
        byte[] photo = TestPhotos.made("jpeg", 60, 40);
        JsonNode form = invited(visitor, photo.length, "image/jpeg");

        assertThat(post(form, TestPhotos.joined(photo, new byte[10]))).isBetween(400, 499);
        assertThat(post(form, photo, Map.of("key", "pictures/elsewhere.jpg"))).isBetween(400, 499);
        assertThat(post(form, photo, Map.of("Content-Type", "text/html"))).isBetween(400, 499);
    }

    @Test
    void whatIsNoPhotoIsRefusedAfterwardsAndGoes() throws Exception {
        Visitor visitor = door.login();
        byte[] page = "<html>".repeat(10).getBytes();
        JsonNode form = invited(visitor, page.length, "image/jpeg");
        assertThat(post(form, page)).isBetween(200, 299);

        assertProblem(arrived(visitor, form), 415, "not-a-photo");
        assertProblem(arrived(visitor, form), 404, "not-found");
        assertThat(objects.all()).doesNotContain("originals/" + path(form), "pictures/" + path(form) + ".jpg");
    }

    @Test
    void aPhotoThatWasNotPostedHasNotArrived() {
        Visitor visitor = door.login();

        assertProblem(arrived(visitor, invited(visitor, 1_000, "image/png")), 422, "photo-not-arrived");
    }

    @Test
    void somebodyElsesUploadIsNotThere() {
        JsonNode form = invited(door.login(), 1_000, "image/png");

        assertProblem(arrived(door.login(), form), 404, "not-found");
    }

    @Test
    void aWishOutsideTheLimitsIsRefused() {
        Visitor visitor = door.login();

        assertProblem(invite(visitor, 21 * 1024 * 1024, "image/jpeg"), 413, "photo-too-large");
        assertProblem(invite(visitor, 0, "image/jpeg"), 400, "invalid-fields");
        assertProblem(invite(visitor, 10, "image/svg+xml"), 415, "not-a-photo");
        assertProblem(door.post(visitor, "/api/v1/photos/direct", Map.of()), 415, "not-a-photo");
        assertProblem(door.post(visitor, "/api/v1/photos/direct", Map.of("size", "many")), 400, "unreadable");
    }

    private JsonNode invited(Visitor visitor, long size, String contentType) {
        return PhotoDoor.body(invite(visitor, size, contentType).expectStatus().isOk());
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec invite(
            Visitor visitor, long size, String contentType) {
        return door.post(visitor, "/api/v1/photos/direct", Map.of("size", size, "contentType", contentType));
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec arrived(
            Visitor visitor, JsonNode form) {
        return door.post(visitor, "/api/v1/photos/direct/" + form.path("id").asString() + "/arrived", Map.of());
    }

    private static String path(JsonNode form) {
        return form.path("id").asString().replace('-', '/');
    }

    private static int post(JsonNode form, byte[] content) {
        return post(form, content, Map.of());
    }

    private static int post(JsonNode form, byte[] content, Map<String, String> instead) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        form.path("fields")
                .properties()
                .forEach(field -> body.part(
                        field.getKey(),
                        instead.getOrDefault(field.getKey(), field.getValue().asString())));
        body.part("file", PhotoDoor.file(content));
        return now(WebClient.create()
                .post()
                .uri(java.net.URI.create(form.path("url").asString()))
                .bodyValue(body.build())
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().value())));
    }
}
