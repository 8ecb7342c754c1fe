package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a report of something its reporter has solved already, as it comes; nothing of it is trusted.
 *
 * @param before ids of photos of the problem, at least one
 * @param after ids of photos of the place afterwards, at least one
 * @param position of the phone
 */
record SolvedRequest(
        @Nullable String type,
        @Nullable String description,
        ReportRequest.@Nullable Place place,
        @Nullable List<@Nullable String> before,
        @Nullable List<@Nullable String> after,
        @Nullable Position position,
        @Nullable Boolean anonymous,
        @Nullable Map<String, @Nullable String> answers) {

    private static final int PHOTOS = 9;

    /** Reads it; fails with {@code InvalidFields} that name all that is wrong. */
    Report read() {
        Fields fields = new Fields();
        List<Id> afterwards = fields.photos("after", after, 1, PHOTOS);
        Report report = new ReportRequest(type, description, place, before, anonymous, null, answers)
                .read(fields, "before", 1, afterwards, Position.read(fields, position));
        fields.apart("before", report.photos(), afterwards);
        fields.check();
        return report;
    }
}
