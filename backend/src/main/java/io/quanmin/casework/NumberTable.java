package io.quanmin.casework;

import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How far the numbers of a district and day are given out. */
@Component
class NumberTable {

    private final DatabaseClient database;

    NumberTable(DatabaseClient database) {
        this.database = database;
    }

    /** Takes the next so many numbers: the last of them. Its own short transaction, so that no report waits for another. */
    Mono<Integer> take(String district, LocalDate day, int size) {
        return database.sql("""
                        insert into casework.number_block as block (district, day, last)
                        values (:district, :day, :size)
                        on conflict (district, day) do update set last = block.last + :size
                        returning last
                        """)
                .bind("district", district)
                .bind("day", day)
                .bind("size", size)
                .mapValue(Integer.class)
                .one();
    }
}
