package io.quanmin.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.media.PhotoDoor.Visitor;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Uploads over HTTP. */
@MediaCityTest
final class UploadTest {

    @Autowired
    private PhotoDoor door;

    @Autowired
    private StoredObjects objects;

    @Test
    void anUploadAnswersWithLinksAndWhatTheCameraKnew() {
        Visitor visitor = door.login();
        JsonNode photo = PhotoDoor.body(door.upload(visitor, TestPhotos.real("DSCN0010.jpg"))
                .expectStatus()
                .isCreated());

        assertThat(photo.path("width").asInt()).isEqualTo(640);
        assertThat(photo.path("placeholder").asBoolean()).isFalse();
        assertThat(photo.path("takenAt").asString()).isEqualTo("2008-10-22T08:28:39Z");
        assertThat(photo.path("takenFrom").path("datum").asString()).isEqualTo("WGS84");
        assertThat(photo.path("picture").asString()).contains("/pictures/", "X-Amz-Signature");
        assertThat(PhotoDoor.body(
                        door.get(visitor, "/api/v1/photos/" + photo.path("id").asString())))
                .isEqualTo(photo);
    }

    @Test
    void otherFieldsOfTheFormArePassedOver() {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("note", "井盖");
        form.part("other", PhotoDoor.file(new byte[100_000]), MediaType.IMAGE_JPEG);
        form.part("file", PhotoDoor.file(TestPhotos.made("png", 30, 20)), MediaType.IMAGE_GIF);
        form.part("after", "x".repeat(10_000));

        door.send(door.login(), form).expectStatus().isCreated();
    }

    @Test
    void aFormWithoutAPhotoOrWithTwoIsRefused() {
        Visitor visitor = door.login();
        byte[] photo = TestPhotos.made("jpeg", 30, 20);
        MultipartBodyBuilder two = PhotoDoor.form("file", photo);
        two.part("file", PhotoDoor.file(photo), MediaType.IMAGE_JPEG);
        MultipartBodyBuilder text = new MultipartBodyBuilder();
        text.part("file", "just text");

        assertProblem(door.send(visitor, PhotoDoor.form("picture", photo)), 400, "invalid-fields");
        assertProblem(door.send(visitor, two), 400, "invalid-fields");
        assertProblem(door.send(visitor, text), 400, "invalid-fields");
    }

    @Test
    void whatIsNoPhotoIsRefusedWithItsOwnProblemAndNothingIsStored() throws Exception {
        Visitor visitor = door.login();
        Set<String> before = objects.all();
        byte[] photo = TestPhotos.real("jolla.jpg");

        assertProblem(door.upload(visitor, new byte[0]), 415, "not-a-photo");
        assertProblem(door.upload(visitor, "GIF89a".repeat(1000).getBytes()), 415, "not-a-photo");
        assertProblem(door.upload(visitor, Arrays.copyOf(photo, 400_000)), 400, "broken-photo");
        assertThat(objects.all()).isEqualTo(before);
    }

    @Test
    void anUploadOverTheLimitIsToldSoEvenWhenItsLengthIsNotSaid() {
        Visitor visitor = door.login();
        byte[] tooMuch = Arrays.copyOf(TestPhotos.real("jolla.jpg"), 21 * 1024 * 1024);

        assertProblem(door.upload(visitor, tooMuch), 413, "photo-too-large");
        for (int i = 0; i < 3; i++) {
            assertProblem(door.sendInChunks(visitor, tooMuch), 413, "photo-too-large");
        }
    }

    @Test
    void whatIsNoFormIsRefused() {
        Visitor visitor = door.login();

        assertProblem(door.post(visitor, "/api/v1/photos", Map.of("file", "x")), 415, "unsupported-content");
        assertProblem(
                door.web
                        .post()
                        .uri("/api/v1/photos")
                        .header("Authorization", "Bearer " + visitor.token())
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .bodyValue("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc")
                        .exchange(),
                400,
                "unreadable");
        assertProblem(
                door.web
                        .post()
                        .uri("/api/v1/photos")
                        .header("Authorization", "Bearer " + visitor.token())
                        .header("Content-Type", "multipart/form-data")
                        .bodyValue("nothing")
                        .exchange(),
                400,
                "unreadable");
    }

    @Test
    void whoIsNotLoggedInUploadsNothing() {
        assertProblem(
                door.web
                        .post()
                        .uri("/api/v1/photos")
                        .bodyValue(PhotoDoor.form("file", TestPhotos.made("jpeg", 9, 9))
                                .build())
                        .exchange(),
                401,
                "not-logged-in");
    }

    @Test
    void somebodyElsesPhotoIsNotThere() {
        JsonNode photo = PhotoDoor.body(door.upload(door.login(), TestPhotos.made("jpeg", 30, 20)));
        Visitor other = door.login();

        assertProblem(door.get(other, "/api/v1/photos/" + photo.path("id").asString()), 404, "not-found");
        assertProblem(door.get(other, "/api/v1/photos/990100-" + "0".repeat(32)), 404, "not-found");
        assertProblem(door.get(other, "/api/v1/photos/none"), 404, "not-found");
    }

    @Test
    void whoUploadsWithoutEndIsAskedToWait() {
        Visitor visitor = door.login();
        Map<String, Object> wish = Map.of("size", 1, "contentType", "image/jpeg");
        int most = 1_000;
        int allowed = 0;
        ResponseSpec answer = door.post(visitor, "/api/v1/photos/direct", wish);
        while (allowed < most && status(answer) == 200) {
            allowed++;
            answer = door.post(visitor, "/api/v1/photos/direct", wish);
        }

        assertThat(allowed).isBetween(1, most - 1);
        answer.expectStatus().isEqualTo(429).expectHeader().exists("Retry-After");
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
    }

    static void assertProblem(ResponseSpec answer, int status, String slug) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .value(Matchers.endsWith("/" + slug));
    }
}
