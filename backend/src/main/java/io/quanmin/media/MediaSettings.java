package io.quanmin.media;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where photos are kept, and how much of them is taken.
 *
 * @param endpoint the S3 store as this service reaches it
 * @param publicEndpoint the same store as people's phones reach it; links are signed for it
 * @param bucket made at start when missing
 * @param linkTtl how long a link works; one is given out again during the first half of that
 * @param storeTimeout how long the store may keep silent
 * @param limits of one photo
 * @param workshop how many are worked on at once
 * @param screening of content
 * @param sweep of what nobody needs
 */
@Validated
@ConfigurationProperties("quanmin.media")
record MediaSettings(
        URI endpoint,
        URI publicEndpoint,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("quanmin") @NotBlank String bucket,
        @DefaultValue("2h") Duration linkTtl,
        @DefaultValue("15s") Duration storeTimeout,
        @DefaultValue Limits limits,
        @DefaultValue Workshop workshop,
        @DefaultValue Screening screening,
        @DefaultValue Sweep sweep) {

    /** @param pixels width times height; the default is 50 megapixels */
    record Limits(
            @DefaultValue("20MB") DataSize size,
            @DefaultValue("50000000") @Positive long pixels) {}

    /**
     * @param spool folder in which uploads wait on disk; {@code quanmin-uploads} among the temporary files when not given
     * @param waiting uploads on disk at once; one more is asked to come back
     * @param workers threads that decode
     * @param memory heap that decoding may take at once, all workers together; 0 is a quarter of the heap
     * @param patience how long an upload may wait for its turn
     * @param silence how long a phone may pause while it sends
     */
    record Workshop(
            @Nullable Path spool,
            @DefaultValue("100") @Positive int waiting,
            @DefaultValue("2") @Positive int workers,
            @DefaultValue("0B") DataSize memory,
            @DefaultValue("2m") Duration patience,
            @DefaultValue("20s") Duration silence) {

        // A default value of the annotation is taken as it stands: ${…} in it would be the folder's name.
        Path folder() {
            return spool == null ? Path.of(System.getProperty("java.io.tmpdir"), "quanmin-uploads") : spool;
        }

        long memoryBytes() {
            return memory.toBytes() > 0
                    ? memory.toBytes()
                    : Runtime.getRuntime().maxMemory() / 4;
        }
    }

    /** @param timeout how long WeChat may take before a person judges */
    record Screening(@DefaultValue("30m") Duration timeout) {}

    /**
     * @param every how often one node looks
     * @param unattached age at which an upload that became part of nothing is forgotten
     * @param unfinished age at which an upload that never ended is forgotten
     * @param grace how long objects to be removed are left alone, because the last of them may still be on its way
     */
    record Sweep(
            @DefaultValue("1m") Duration every,
            @DefaultValue("24h") Duration unattached,
            @DefaultValue("1h") Duration unfinished,
            @DefaultValue("1m") Duration grace) {}
}
