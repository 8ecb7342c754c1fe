package io.quanmin.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.springframework.web.reactive.function.client.WebClient;

/** Runs a path against its limit and prints the ratio; every run is kept in {@code runs.txt} beside this module. */
public final class Bench {

    private static final int REPORTERS = 16;
    private static final int UPLOADERS = 4;
    private static final int READERS = 16;
    private static final int MILLION = 1_000_000;
    private static final long SEED = 20261123;

    private Bench() {}

    /** @param args {@code report}, {@code upload}, {@code nearby} or {@code similar}, then optionally the file in which runs are kept */
    public static void main(String[] args) throws Exception {
        String which = args.length > 0 ? args[0] : "";
        try (City city = new City()) {
            String summary = switch (which) {
                case "report" -> report(city).play().summary();
                case "upload" -> upload(city).play().summary();
                case "nearby" -> nearby(city);
                case "similar" -> similar(city).play().summary();
                default -> "Which path? report, upload, nearby or similar.";
            };
            System.out.println(System.lineSeparator() + summary);
            keep(args, which, summary);
        }
        System.exit(0);
    }

    private static Match report(City city) throws IOException {
        WebClient citizen = city.citizen();
        return new Match(new ReportLimit(city, REPORTERS), new ReportPath(city, citizen, REPORTERS), SEED);
    }

    private static Match upload(City city) throws IOException {
        WebClient citizen = city.citizen();
        byte[] photo = photo();
        return new Match(
                new UploadLimit(city, photo, UPLOADERS), new UploadPath(city, citizen, photo, UPLOADERS), SEED);
    }

    private static String nearby(City city) throws Exception {
        Million million = new Million(city);
        million.fill(MILLION);
        String recall = "Recall of 20 nearest against a scan of everything, 50 places: %.4f%n"
                .formatted(million.recall(50, SEED));
        WebClient citizen = city.citizen();
        Match match = new Match(
                QueryLimit.of(city, "/nearby.sql", READERS),
                new QueryPath(
                        "GET /api/v1/cases/nearby",
                        citizen,
                        new Callers(READERS),
                        () -> "/cases/nearby?radius=1000&limit=20&" + somewhere(),
                        answer -> answer.path("items").size() == 20),
                SEED);
        return recall + match.play().summary();
    }

    private static Match similar(City city) throws Exception {
        new Million(city).fill(MILLION);
        WebClient citizen = city.citizen();
        return new Match(
                QueryLimit.of(city, "/similar.sql", READERS),
                new QueryPath(
                        "GET /api/v1/cases/similar",
                        citizen,
                        new Callers(READERS),
                        () -> "/cases/similar?type=exposed-garbage&" + somewhere(),
                        answer -> answer.path("items").isArray()),
                SEED);
    }

    private static String somewhere() {
        double longitude = ThreadLocalRandom.current().nextDouble(Million.WEST, Million.EAST);
        double latitude = ThreadLocalRandom.current().nextDouble(Million.SOUTH, Million.NORTH);
        return "longitude=%.6f&latitude=%.6f&datum=WGS84".formatted(longitude, latitude);
    }

    /** About 2 MB, as a phone takes it: 12 megapixels would be four times that, so the noise is coarse. */
    private static byte[] photo() throws IOException {
        BufferedImage image = new BufferedImage(2000, 1500, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(SEED);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int noise = random.nextInt(72);
                image.setRGB(x, y, (x / 10 + noise) << 16 | (y / 8 + noise) << 8 | 60 + noise);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static void keep(String[] args, String which, String summary) throws IOException {
        if (args.length > 1) {
            String entry = "## %s, %s%n%s%n%n".formatted(which, Instant.now(), summary);
            Files.writeString(Path.of(args[1]), entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
