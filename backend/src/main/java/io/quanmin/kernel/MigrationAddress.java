package io.quanmin.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The database's address as Flyway's JDBC driver reads it. Options of the R2DBC address are spelled differently there,
 * so a city that needs some sets {@code spring.flyway.url} itself.
 */
record MigrationAddress(
        String url, @Nullable String user, @Nullable String password) {

    private static final Pattern R2DBC =
            Pattern.compile("r2dbcs?:(?:pool:)?postgres(?:ql)?://(?:([^:@/]+)(?::([^@/]*))?@)?([^?]+)(?:\\?.*)?");

    static MigrationAddress of(String r2dbc) {
        Matcher address = R2DBC.matcher(r2dbc);
        if (!address.matches()) {
            throw new IllegalArgumentException("spring.r2dbc.url is no address of a PostgreSQL database: "
                    + r2dbc.replaceFirst("//[^@/]*@", "//…@"));
        }
        return new MigrationAddress("jdbc:postgresql://" + address.group(3), address.group(1), address.group(2));
    }

    /** What stands in the address goes before what stands beside it, as it does for R2DBC. */
    Map<String, Object> properties(@Nullable String userBeside, @Nullable String passwordBeside) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.flyway.url", url);
        put(properties, "spring.flyway.user", user == null ? userBeside : user);
        put(properties, "spring.flyway.password", password == null ? passwordBeside : password);
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
