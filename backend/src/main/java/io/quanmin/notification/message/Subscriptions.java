package io.quanmin.notification.message;

import java.util.List;

/**
 * What a citizen will be told of by WeChat.
 *
 * @param templates in the order of a case's stages
 * @param longTerm whether one acceptance lasts
 */
record Subscriptions(List<StageBalance> templates, boolean longTerm) {

    /**
     * A stage.
     *
     * @param id of the WeChat template to ask for
     * @param stage {@code accepted}, {@code handled} or {@code closed}
     * @param balance how many messages are still allowed
     */
    record StageBalance(String id, String stage, String title, int balance) {}
}
