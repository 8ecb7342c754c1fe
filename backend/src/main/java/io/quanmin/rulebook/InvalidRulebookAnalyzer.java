package io.quanmin.rulebook;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the service does not start with such a rulebook. */
final class InvalidRulebookAnalyzer extends AbstractFailureAnalyzer<InvalidRulebook> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidRulebook cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct it in rulebook.version: as a new version with a later number.", cause);
    }
}
