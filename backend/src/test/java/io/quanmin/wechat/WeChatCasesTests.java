package io.quanmin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The page that maps WeChat's traps to tests tells the truth. */
class WeChatCasesTests {

    private static final Path PAGE = Path.of("../docs/wechat-cases.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)#(\\w+)`");
    private static final Pattern NUMBER = Pattern.compile("(?m)^\\| (F?\\d+) \\|");
    private static final List<String> PACKAGES = List.of("io.quanmin.wechat.", "io.quanmin.wechat.callback.");

    @Test
    void everyFactAndCaseHasItsLine() throws IOException {
        List<String> wanted = Stream.concat(
                        IntStream.rangeClosed(1, 12).mapToObj(number -> "F" + number),
                        IntStream.rangeClosed(1, 34).mapToObj(String::valueOf))
                .toList();
        List<String> found = NUMBER.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult line) -> line.group(1))
                .toList();
        assertThat(found).isEqualTo(wanted);
    }

    @Test
    void everyTestNamedExistsAndIsRun() throws IOException {
        List<MatchResult> named = TEST.matcher(Files.readString(PAGE)).results().toList();
        assertThat(named)
                .hasSizeGreaterThan(46)
                .allSatisfy(one -> assertThat(isRun(one.group(1), one.group(2)))
                        .as(one.group())
                        .isTrue());
    }

    private static boolean isRun(String type, String method) {
        return PACKAGES.stream()
                .flatMap(home -> methods(home + type))
                .anyMatch(one -> one.getName().equals(method));
    }

    private static Stream<Method> methods(String type) {
        try {
            return Arrays.stream(Class.forName(type).getDeclaredMethods())
                    .filter(one ->
                            one.isAnnotationPresent(Test.class) || one.isAnnotationPresent(ParameterizedTest.class));
        } catch (ClassNotFoundException elsewhere) {
            return Stream.empty();
        }
    }
}
