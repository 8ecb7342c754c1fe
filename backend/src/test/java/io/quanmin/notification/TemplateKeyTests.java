package io.quanmin.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.testing.CityTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** A module may say only what there is a text for: a key without one would stop its people's inbox. */
@CityTest
class TemplateKeyTests {

    private static final Pattern KEY = Pattern.compile("\"((?:case|task|article|claim|ask)\\.[a-z-]+)\"");
    private static final List<Path> SPEAKERS =
            List.of(Path.of("src/main/java/io/quanmin/casework"), Path.of("src/main/java/io/quanmin/campaign"));

    @Autowired
    private DatabaseClient database;

    @Test
    void everyKeyThatIsSpokenHasItsText() throws IOException {
        Set<String> spoken = new TreeSet<>();
        for (Path module : SPEAKERS) {
            spoken.addAll(keys(module));
        }
        List<String> texts = database.sql("select distinct key from notification.template")
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
        assertThat(spoken).contains("case.accepted", "task.review", "ask.report");
        assertThat(texts).containsAll(spoken);
    }

    private static Set<String> keys(Path module) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(module)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map(result -> result.group(1))
                        .forEach(keys::add);
            }
        }
        return keys;
    }
}
