package io.quanmin.kernel;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.ResponseStatusException;

/** Turns whatever went wrong into the one problem a person is told. */
@Component
final class ProblemTranslation {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemTranslation.class);
    private static final Map<Integer, String> OF_STATUS = Map.of(
            400, "unreadable",
            401, "not-logged-in",
            403, "not-your-role",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "body-too-large",
            415, "unsupported-content");

    private final ViolationTexts texts;

    ProblemTranslation(ViolationTexts texts) {
        this.texts = texts;
    }

    /** @param locale what the person reads; of it are the messages of fields */
    Problem of(Throwable failure, Locale locale) {
        return switch (failure) {
            case Problem problem -> problem;
            case WebExchangeBindException fields -> new InvalidFields(texts.of(fields, locale));
            case ResponseStatusException refused when tooLarge(refused) -> framework(413);
            case ResponseStatusException broken when broken.getStatusCode().is5xxServerError() -> fault(broken);
            case ResponseStatusException refused -> framework(refused.getStatusCode());
            case DataBufferLimitException tooLarge -> framework(413);
            case DecodingException unreadable -> framework(400);
            case DataAccessResourceFailureException away -> away(away);
            case CannotCreateTransactionException away -> away(away);
            case TransientDataAccessException away -> away(away);
            case TimeoutException late -> away(late);
            default -> fault(failure);
        };
    }

    private static boolean tooLarge(ResponseStatusException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return true;
            }
        }
        return false;
    }

    private static Problem framework(HttpStatusCode status) {
        return framework(status.value());
    }

    private static Problem framework(int status) {
        String slug = OF_STATUS.get(status);
        return slug == null ? new Problem.OfFramework(400, "unreadable") : new Problem.OfFramework(status, slug);
    }

    private static Problem away(Exception cause) {
        LOG.warn("A server this service stands on does not answer: {}", cause.toString());
        return new ServiceAway();
    }

    private static Problem fault(Throwable failure) {
        LOG.error("Nobody foresaw this", failure);
        return new Problem.OfFramework(500, "fault");
    }
}
