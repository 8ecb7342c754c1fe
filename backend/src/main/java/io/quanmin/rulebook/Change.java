package io.quanmin.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions, in words.
 *
 * @param section of the content, such as {@code flow}
 * @param where path into the content
 * @param title the same for people, such as 问题类型 › 暴露垃圾 › 时限 › 处置完成
 * @param before absent for what is new
 * @param after absent for what is gone
 */
public record Change(
        String section,
        String where,
        String title,
        @Nullable String before,
        @Nullable String after) {}
