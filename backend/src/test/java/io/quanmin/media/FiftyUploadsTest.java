package io.quanmin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.media.PhotoDoor.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fifty people upload as much as they may at the same moment, to a node with little memory. */
@MediaCityTest
final class FiftyUploadsTest {

    private static final int PEOPLE = 50;

    @Autowired
    private PhotoDoor door;

    @Autowired
    private Environment environment;

    @TempDir
    private Path folder;

    @Test
    void fiftyUploadsAtOnceSucceedWith256MegabytesOfHeap() throws IOException {
        Visitor visitor = door.login();
        List<byte[]> photos = photos();
        try (SmallNode node = SmallNode.start(environment, folder)) {
            WebClient web = WebClient.create("http://localhost:" + node.port);
            await().atMost(Duration.ofMinutes(2)).until(() -> !node.isAlive() || healthy(web));

            assertThat(upload(web, visitor, TestPhotos.made("jpeg", 64, 48)).block(Duration.ofMinutes(1)))
                    .isEqualTo(201);

            List<Integer> answers = Flux.fromIterable(photos)
                    .flatMap(photo -> upload(web, visitor, photo), PEOPLE)
                    .collectList()
                    .block(Duration.ofMinutes(9));

            assertThat(answers).as(() -> tail(node.log)).hasSize(PEOPLE).containsOnly(201);
            assertThat(node.isAlive()).isTrue();
            assertThat(Files.list(folder.resolve("spool"))).isEmpty();
        }
    }

    private static List<byte[]> photos() {
        byte[] baseline = LargePhotos.jpeg(false);
        byte[] progressive = LargePhotos.jpeg(true);
        byte[] png = TestPhotos.made("png", 8_000, 6_000);
        assertThat(baseline.length).isBetween(3 << 20, 10 << 20);
        List<byte[]> photos = new ArrayList<>(Collections.nCopies(PEOPLE - 10, baseline));
        photos.addAll(Collections.nCopies(5, progressive));
        photos.addAll(Collections.nCopies(5, png));
        Collections.shuffle(photos, new Random(20261123));
        return photos;
    }

    private static Mono<Integer> upload(WebClient web, Visitor visitor, byte[] photo) {
        return web.post()
                .uri("/api/v1/photos")
                .header("Authorization", "Bearer " + visitor.token())
                .bodyValue(PhotoDoor.form("file", photo).build())
                .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode()))
                .map(HttpStatusCode::value)
                .onErrorReturn(WebClientException.class, 0);
    }

    private static boolean healthy(WebClient web) {
        return Boolean.TRUE.equals(web.get()
                .uri("/actuator/health")
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().is2xxSuccessful()))
                .onErrorReturn(WebClientException.class, false)
                .block());
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException gone) {
            return gone.toString();
        }
    }
}
