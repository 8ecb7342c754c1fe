package io.quanmin.notification.message;

import io.quanmin.notification.Template.Stage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which templates the accounts have.
 *
 * @param subscribe ids of the subscribe templates of the mini-program
 * @param duty id of the service account's template for officials
 * @param longTerm whether the subscribe templates are long-term ones: subscribed to once, told as often as need be
 * @param staleAfter news this old is no longer told by WeChat, only in the inbox
 * @param answerWindow how far apart client and WeChat may report the same acceptance
 */
@Validated
@ConfigurationProperties("quanmin.notification")
record MessageSettings(
        @DefaultValue @Valid Subscribe subscribe,
        @DefaultValue("tmpl-duty") @NotBlank String duty,
        @DefaultValue("false") boolean longTerm,
        @DefaultValue("24h") Duration staleAfter,
        @DefaultValue("10m") Duration answerWindow) {

    record Subscribe(
            @DefaultValue("tmpl-accepted") @NotBlank String accepted,
            @DefaultValue("tmpl-handled") @NotBlank String handled,
            @DefaultValue("tmpl-closed") @NotBlank String closed) {}

    String template(Stage stage) {
        return switch (stage) {
            case ACCEPTED -> subscribe.accepted();
            case HANDLED -> subscribe.handled();
            case CLOSED -> subscribe.closed();
        };
    }

    /** Template ids in the order of a case's stages. */
    Map<Stage, String> templates() {
        Map<Stage, String> templates = new java.util.EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            templates.put(stage, template(stage));
        }
        return templates;
    }
}
