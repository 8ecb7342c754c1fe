package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.id;

import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.place.Division;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType.Difficulty;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code casework.case_file} as a case. */
final class CaseRow {

    private CaseRow() {}

    static CaseFile file(Readable row) {
        Id id = new Id(get(row, "district", String.class), get(row, "id", UUID.class));
        return new CaseFile(id, get(row, "number", String.class), origin(row), standing(row));
    }

    private static Origin origin(Readable row) {
        return new Origin(
                get(row, "rules", Integer.class),
                get(row, "anonymous", Boolean.class),
                get(row, "hidden_from_handlers", Boolean.class),
                place(row),
                id(row, "reporter"),
                get(row, "reported_at", Instant.class),
                publicly(row));
    }

    private static Publicly publicly(Readable row) {
        return new Publicly(
                get(row, "public_description", String.class),
                get(row, "public_address", String.class),
                row.get("edited_description", String.class) != null);
    }

    private static CasePlace place(Readable row) {
        String datum = row.get("given_datum", String.class);
        return new CasePlace(
                get(row, "area", String.class),
                get(row, "area_name", String.class),
                get(row, "outside", Boolean.class),
                get(row, "address", String.class),
                point(row, "longitude", "latitude", Datum.WGS84),
                datum == null ? null : point(row, "given_longitude", "given_latitude", Datum.valueOf(datum)),
                row.get("accuracy", Double.class));
    }

    private static @Nullable GeoPoint point(Readable row, String longitude, String latitude, Datum datum) {
        Double east = row.get(longitude, Double.class);
        Double north = row.get(latitude, Double.class);
        return east == null || north == null ? null : new GeoPoint(east, north, datum);
    }

    private static Standing standing(Readable row) {
        return new Standing(
                get(row, "version", Long.class),
                get(row, "stage", String.class),
                matter(row),
                new Standing.Times(row.get("due_at", Instant.class), row.get("alarm_at", Instant.class)),
                linkage(row),
                new Standing.Outcome(id(row, "merged_into"), rating(row), row.get("answer", String.class)));
    }

    private static Standing.Matter matter(Readable row) {
        return new Standing.Matter(
                get(row, "type", String.class),
                get(row, "dangerous", Boolean.class),
                get(row, "description", String.class),
                Screening.valueOf(get(row, "screening", String.class)));
    }

    /** Of a case, or of a step. */
    static Linkage linkage(Readable row) {
        String level = row.get("level", String.class);
        return new Linkage(
                Difficulty.valueOf(get(row, "difficulty", String.class)),
                LinkageMode.valueOf(get(row, "mode", String.class)),
                level == null ? null : Division.Level.valueOf(level),
                id(row, "unit"),
                id(row, "holder_person"));
    }

    private static @Nullable Rating rating(Readable row) {
        Integer stars = row.get("stars", Integer.class);
        return stars == null
                ? null
                : new Rating(
                        Objects.requireNonNull(row.get("solved", Boolean.class)),
                        stars,
                        row.get("rating", String.class));
    }
}
