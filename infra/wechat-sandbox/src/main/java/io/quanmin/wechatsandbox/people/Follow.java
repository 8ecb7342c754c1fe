package io.quanmin.wechatsandbox.people;

import java.time.Instant;

/**
 * A user following the service account.
 *
 * @param scene how it was found: {@code ADD_SCENE_QR_CODE} or {@code ADD_SCENE_SEARCH}
 * @param sceneId the number in the scanned code, 0 if none
 * @param sceneText the text in the scanned code, empty if none
 */
public record Follow(String userId, Instant since, String scene, long sceneId, String sceneText) {}
