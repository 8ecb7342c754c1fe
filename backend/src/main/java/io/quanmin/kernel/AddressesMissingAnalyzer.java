package io.quanmin.kernel;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence what would be a stack trace otherwise. */
final class AddressesMissingAnalyzer extends AbstractFailureAnalyzer<AddressesMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AddressesMissing cause) {
        return new FailureAnalysis(
                cause.getMessage(), "To try it without any, run `mvn spring-boot:run` in the repository.", cause);
    }
}
