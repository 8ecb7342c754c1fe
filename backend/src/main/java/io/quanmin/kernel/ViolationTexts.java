package io.quanmin.kernel;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.support.WebExchangeBindException;

/** What validation found wrong, in a person's language: it ran on a thread that knew the machine's only. */
@Component
final class ViolationTexts {

    private final MessageInterpolator words;

    ViolationTexts(ValidatorFactory validation) {
        this.words = validation.getMessageInterpolator();
    }

    List<Violation> of(WebExchangeBindException fields, Locale locale) {
        return fields.getFieldErrors().stream()
                .map(error -> violation(error, locale))
                .toList();
    }

    private Violation violation(FieldError error, Locale locale) {
        String rule = error.getCode() == null ? "invalid" : error.getCode();
        return new Violation(error.getField(), rule, message(error, rule, locale));
    }

    private String message(FieldError error, String rule, Locale locale) {
        if (error.contains(ConstraintViolation.class)) {
            ConstraintViolation<?> found = error.unwrap(ConstraintViolation.class);
            return words.interpolate(
                    found.getMessageTemplate(),
                    new Found(found.getConstraintDescriptor(), found.getInvalidValue()),
                    locale);
        }
        return error.getDefaultMessage() == null ? rule : error.getDefaultMessage();
    }

    private record Found(
            ConstraintDescriptor<?> descriptor, @Nullable Object value) implements MessageInterpolator.Context {

        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return descriptor;
        }

        @Override
        public @Nullable Object getValidatedValue() {
            return value;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            if (type.isInstance(this)) {
                return type.cast(this);
            }
            throw new ValidationException("Nothing of " + type);
        }
    }
}
