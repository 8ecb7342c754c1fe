package io.quanmin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerErrorException;
import org.springframework.web.server.ServerWebInputException;

/** Whose fault something was: told to the person, and to the log when it was ours. */
@ExtendWith(OutputCaptureExtension.class)
final class ProblemTranslationTest {

    private static final ValidatorFactory VALIDATION = Validation.buildDefaultValidatorFactory();

    private final ProblemTranslation translation = new ProblemTranslation(new ViolationTexts(VALIDATION));

    @AfterAll
    static void close() {
        VALIDATION.close();
    }

    static Stream<ResponseStatusException> ours() {
        return Stream.of(
                new ServerErrorException("a handler does not fit", new IllegalStateException("cause")),
                new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR, "a handler does not fit"),
                new ResponseStatusException(HttpStatus.NOT_IMPLEMENTED, "a handler does not fit"));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void whatTheFrameworkCallsAServerErrorIsAFaultAndLogged(ResponseStatusException failure, CapturedOutput output) {
        Problem told = translation.of(failure, Locale.CHINESE);
        assertThat(told.status()).isEqualTo(500);
        assertThat(told.slug()).isEqualTo("fault");
        assertThat(output).contains("Nobody foresaw this").contains("a handler does not fit");
    }

    @Test
    void whatTheFrameworkRefusesIsTheCallersAndNotLogged(CapturedOutput output) {
        assertThat(translation
                        .of(new ServerWebInputException("half a body"), Locale.CHINESE)
                        .slug())
                .isEqualTo("unreadable");
        assertThat(translation
                        .of(new MethodNotAllowedException("PUT", null), Locale.CHINESE)
                        .slug())
                .isEqualTo("method-not-allowed");
        assertThat(output).isEmpty();
    }

    @Test
    void aBodyBeyondTheLimitIsTooLargeWhoeverNoticesIt() {
        Throwable noticed = new ServerWebInputException("too much", null, new DataBufferLimitException("262144 bytes"));
        assertThat(translation.of(noticed, Locale.CHINESE).status()).isEqualTo(413);
    }
}
