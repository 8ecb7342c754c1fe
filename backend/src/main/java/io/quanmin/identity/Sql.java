package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of this module's rows, read and bound. */
final class Sql {

    private Sql() {}

    /** A value that may be null, with its type. */
    static <T extends Object> Parameter orNull(Class<T> type, @Nullable T value) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    /** The id in a column of a row whose district is in {@code district}. */
    static Id id(Readable row, String column) {
        return Objects.requireNonNull(idOrNull(row, column));
    }

    static @Nullable Id idOrNull(Readable row, String column) {
        UUID value = row.get(column, UUID.class);
        return value == null ? null : new Id(text(row, "district"), value);
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    /** Roles in a text array, which is null where there are none. */
    static Set<Role> roles(Readable row, String column) {
        String[] names = row.get(column, String[].class);
        return names == null ? Set.of() : Stream.of(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static UUID[] values(java.util.Collection<Id> ids) {
        return ids.stream().map(Id::value).toArray(UUID[]::new);
    }
}
