package io.quanmin.trail;

import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Form;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The record, for the one who audits and changes nothing. */
@RestController
@RequestMapping(path = "/api/v1/trail", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed(Role.AUDIT_ADMIN)
class TrailEndpoint {

    private static final int WORDS = 80;

    private final TrailTable table;
    private final CitySettings city;

    TrailEndpoint(TrailTable table, CitySettings city) {
        this.table = table;
        this.city = city;
    }

    /**
     * The latest first.
     *
     * @param what what the kind of change begins with, such as {@code staff.}
     * @param who id of the account that changed, or of what was changed
     * @param from first day
     * @param until last day
     */
    @GetMapping
    Mono<Page<TrailLine>> trail(
            @RequestParam(required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        PageRequest request = PageRequest.read(after, limit);
        return table.page(request, filter(what, who, from, until))
                .collectList()
                .map(found -> Page.of(found, request.limit(), entry -> new Cursor(entry.at(), entry.id()))
                        .map(TrailLine::of));
    }

    private TrailTable.Filter filter(
            @Nullable String what, @Nullable String who, @Nullable String from, @Nullable String until) {
        Form form = new Form();
        String kind = form.maybeWords("what", what, WORDS);
        String account = form.maybeWords("who", who, WORDS);
        LocalDate first = form.day("from", from);
        LocalDate last = form.day("until", until);
        form.check();
        return new TrailTable.Filter(kind, account, begins(first), last == null ? null : begins(last.plusDays(1)));
    }

    private @Nullable Instant begins(@Nullable LocalDate day) {
        return day == null
                ? null
                : Objects.requireNonNull(day).atStartOfDay(city.zone()).toInstant();
    }

    /** A line of the record. */
    record TrailLine(
            Instant at,
            String who,
            String whoName,
            String what,
            String subject,
            String subjectName,
            @Nullable String before,
            @Nullable String after,
            String origin) {

        private static TrailLine of(TrailTable.Entry entry) {
            Trace trace = entry.trace();
            return new TrailLine(
                    entry.at(),
                    trace.who(),
                    trace.whoName(),
                    trace.what(),
                    trace.subject(),
                    trace.subjectName(),
                    trace.before(),
                    trace.after(),
                    entry.origin());
        }
    }
}
