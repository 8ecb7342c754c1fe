package io.quanmin.identity;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Page;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lists staff, the longest serving first. */
@Component
final class ListingStaff {

    private final StaffListTable table;
    private final CitySettings city;
    private final DeskSettings desk;
    private final Clock clock;

    ListingStaff(StaffListTable table, CitySettings city, DeskSettings desk, Clock clock) {
        this.table = table;
        this.city = city;
        this.desk = desk;
        this.clock = clock;
    }

    Mono<Page<StaffMember>> page(@Nullable String after, int limit) {
        Optional<Cursor> cursor = Optional.ofNullable(after).flatMap(Cursor::read);
        if (after != null && cursor.isEmpty()) {
            return Mono.error(new InvalidFields("after", "unknown", "翻页位置无效，请从头查看"));
        }
        return table.after(
                        city.code(),
                        cursor.orElse(null),
                        limit + 1,
                        desk.attempts(),
                        clock.instant().minus(desk.lock()))
                .collectList()
                .map(rows -> Page.of(
                        rows,
                        limit,
                        member -> new Cursor(member.createdAt(), member.id().value())));
    }
}
