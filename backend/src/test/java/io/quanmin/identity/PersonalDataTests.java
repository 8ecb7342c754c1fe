package io.quanmin.identity;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.testing.CityTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** No table names a person without a module that exports and erases what it says about them. */
@CityTest
@Import(PretendWeChatConfiguration.class)
class PersonalDataTests {

    /** Columns are called person or end in _person; the other words are here so that one that was named otherwise is found too. */
    private static final String NAMING_A_PERSON = """
            select table_schema || '.' || table_name as place
              from information_schema.columns
             where table_schema not in ('pg_catalog', 'information_schema', 'public')
               and data_type in ('uuid', 'text', 'ARRAY', 'character varying')
               and column_name ~ '^(.*_)?(person|persons|reporter|uploader|recipient|author|citizen)$'
            """;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private List<PersonalData> keepers;

    @Test
    void everyTableThatNamesAPersonIsDeclared() {
        assertThat(declared()).containsAll(places(NAMING_A_PERSON));
    }

    @Test
    void everyTableDeclaredIsThere() {
        assertThat(places("select table_schema || '.' || table_name as place from information_schema.tables"))
                .containsAll(declared());
    }

    @Test
    void everyModuleHasASectionOfItsOwn() {
        assertThat(keepers).extracting(PersonalData::section).doesNotHaveDuplicates();
    }

    private Set<String> declared() {
        return keepers.stream()
                .flatMap(keeper -> keeper.tables().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> places(String query) {
        return new TreeSet<>(
                now(database.sql(query).map(row -> Sql.text(row, "place")).all().collectList()));
    }
}
