package io.quanmin.kernel;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Titles and details of problems, from each module's {@code problems/<module>_zh.properties} and {@code _en}. */
@Component
final class ProblemTexts {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    ProblemTexts() throws IOException {
        Resource[] found =
                new PathMatchingResourcePatternResolver().getResources("classpath*:problems/*_zh.properties");
        messages.setBasenames(Arrays.stream(found).map(ProblemTexts::basename).toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        read(Locale.CHINESE);
        read(Locale.ENGLISH);
    }

    /**
     * Now, and not when the first problem is told: that is on a thread which must not wait for a disk. Who asks for what no module
     * says has read what each of them does.
     */
    private void read(Locale locale) {
        messages.getMessage("nothing.at-all", null, "", locale);
    }

    private static String basename(Resource resource) {
        String file = Objects.requireNonNull(resource.getFilename());
        return "problems/" + file.substring(0, file.length() - "_zh.properties".length());
    }

    String title(Problem problem, Locale locale) {
        return text(problem, ".title", locale);
    }

    String detail(Problem problem, Locale locale) {
        return text(problem, ".detail", locale);
    }

    private String text(Problem problem, String part, Locale locale) {
        String key = problem.slug() + part;
        return Objects.requireNonNull(messages.getMessage(key, problem.arguments(), key, locale));
    }
}
