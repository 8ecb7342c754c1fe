package io.quanmin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Every problem has its text in both languages, and docs/problems.md lists them all. */
class ProblemCatalogueTests {

    private static final Pattern SLUG = Pattern.compile("(?:super|OfFramework)\\(\\s*(?:\\d+,\\s*)?\"([a-z0-9-]+)\"");
    private static final Path SOURCES = Path.of("src/main/java/io/quanmin");
    private static final Path CATALOGUE = Path.of("../docs/problems.md");

    @Test
    void everyProblemHasATitleAndADetailInBothLanguages() throws IOException {
        Set<String> slugs = slugsInSources();
        assertThat(slugs).contains("not-found", "invalid-fields");
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(texts(locale).keySet()).as("texts in %s", locale).containsAll(wanted(slugs));
        }
    }

    @Test
    void noTextIsLeftOverFromAProblemThatIsGone() throws IOException {
        assertThat(texts(Locale.CHINESE).keySet()).isEqualTo(new TreeSet<>(wanted(slugsInSources())));
        assertThat(texts(Locale.ENGLISH).keySet())
                .isEqualTo(texts(Locale.CHINESE).keySet());
    }

    @Test
    void theCatalogueInTheDocsIsTheCatalogueInTheCode() throws IOException {
        String page = page();
        if (Boolean.getBoolean("quanmin.write-docs")) {
            Files.writeString(CATALOGUE, page);
        }
        assertThat(CATALOGUE)
                .as("run with -Dquanmin.write-docs=true to write it anew")
                .content()
                .isEqualTo(page);
    }

    private static String page() throws IOException {
        TreeMap<String, String> chinese = texts(Locale.CHINESE);
        TreeMap<String, String> english = texts(Locale.ENGLISH);
        StringBuilder page = new StringBuilder(
                "# Problems\n\nEvery `type` is `" + ProblemAnswer.TYPE_BASE
                        + "` and a slug of this table. Made by `ProblemCatalogueTests`.\n\n| slug | 中文 | English |\n|---|---|---|\n");
        for (String slug : slugsInSources()) {
            page.append("| `%s` | %s：%s | %s: %s |%n"
                    .formatted(
                            slug,
                            chinese.get(slug + ".title"),
                            chinese.get(slug + ".detail"),
                            english.get(slug + ".title"),
                            english.get(slug + ".detail")));
        }
        return page.toString();
    }

    private static List<String> wanted(Set<String> slugs) {
        return slugs.stream()
                .flatMap(slug -> Stream.of(slug + ".title", slug + ".detail"))
                .toList();
    }

    /** Reads the slugs where they are written: in the constructor of each problem. */
    private static Set<String> slugsInSources() throws IOException {
        Set<String> slugs = new TreeSet<>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            if (source.contains("extends Problem.") || file.endsWith("ProblemTranslation.java")) {
                slugs.addAll(slugs(source));
            }
        }
        return slugs;
    }

    private static List<String> slugs(String source) {
        List<String> found = new ArrayList<>();
        Matcher matcher = SLUG.matcher(source);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        Matcher listed = Pattern.compile("\\d{3}, \"([a-z-]+)\"").matcher(source);
        while (listed.find()) {
            found.add(listed.group(1));
        }
        return found;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static TreeMap<String, String> texts(Locale locale) throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        String pattern = "classpath*:problems/*_" + locale.getLanguage() + ".properties";
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            PropertiesLoaderUtils.loadProperties(new EncodedResource(resource, "UTF-8"))
                    .forEach((key, value) -> texts.put(key.toString(), value.toString()));
        }
        return texts;
    }
}
