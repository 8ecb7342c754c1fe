package io.quanmin.notification;

import io.quanmin.notification.Template.Stage;
import io.r2dbc.spi.Readable;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Templates as rows. */
@Repository
class TemplateTable {

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    TemplateTable(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The newest version of each. */
    Flux<Template> current() {
        return database.sql("""
                        select distinct on (key) key, title, text, stage, service, replaces, fields::text as fields
                        from notification.template order by key, version desc
                        """).map(this::template).all();
    }

    private Template template(Readable row) {
        return new Template(
                Rows.get(row, "key", String.class),
                Rows.get(row, "title", String.class),
                Rows.get(row, "text", String.class),
                stage(row.get("stage", String.class)),
                Rows.get(row, "service", Boolean.class),
                Rows.get(row, "replaces", Boolean.class),
                json.readValue(Rows.get(row, "fields", String.class), FIELDS));
    }

    private static @Nullable Stage stage(@Nullable String name) {
        return name == null ? null : Stage.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
