package io.quanmin.rulebook;

import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The versions of the rules, for those who answer for them and those who look over their shoulders. */
@RestController
@RequestMapping(path = "/api/v1/rulebook/versions", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed({Role.WORKING_GROUP, Role.SUPERVISOR, Role.SYSTEM_ADMIN, Role.AUDIT_ADMIN})
class VersionEndpoint {

    private final Versions versions;
    private final Rulebook rulebook;
    private final Scrutiny scrutiny;
    private final Clock clock;

    VersionEndpoint(Versions versions, Rulebook rulebook, Scrutiny scrutiny, Clock clock) {
        this.versions = versions;
        this.rulebook = rulebook;
        this.scrutiny = scrutiny;
        this.clock = clock;
    }

    /** The latest first. */
    @GetMapping
    Mono<Page<VersionLine>> versions(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = PageRequest.read(null, limit).limit();
        int before = after == null || after.isEmpty() ? Integer.MAX_VALUE : number(after);
        return rulebook.inForce(clock.instant())
                .flatMap(rules -> versions.before(before, most + 1)
                        .map(version -> VersionLine.of(version, rules.version()))
                        .collectList())
                .map(lines -> page(lines, most));
    }

    private static Page<VersionLine> page(List<VersionLine> lines, int most) {
        if (lines.size() <= most) {
            return new Page<>(lines, null);
        }
        List<VersionLine> items = List.copyOf(lines.subList(0, most));
        return new Page<>(items, String.valueOf(items.getLast().number()));
    }

    private static int number(String after) {
        if (!after.matches("\\d{1,9}")) {
            throw new InvalidFields("after", "not-a-cursor", "翻页位置不正确，请从头刷新");
        }
        return Integer.parseInt(after);
    }

    /** A version with its content. */
    @GetMapping("/{number}")
    Mono<VersionView> version(@PathVariable String number) {
        return rulebook.inForce(clock.instant())
                .flatMap(rules -> versions.content(known(number))
                        .map(found ->
                                new VersionView(VersionLine.of(found.version(), rules.version()), found.content())));
    }

    /** How a version differs from the one before it, or from another. */
    @GetMapping("/{number}/changes")
    Mono<List<Change>> changes(@PathVariable String number, @RequestParam(required = false) @Nullable Integer since) {
        int to = known(number);
        return scrutiny.changes(since == null ? Math.max(to - 1, 1) : since, to);
    }

    private static int known(String number) {
        if (!number.matches("\\d{1,9}")) {
            throw new NoSuchThing();
        }
        return Integer.parseInt(number);
    }

    /**
     * A version without its content.
     *
     * @param inForce whether it is the one in force now
     */
    record VersionLine(int number, Instant effectiveFrom, String approvedBy, Instant approvedAt, boolean inForce) {

        private static VersionLine of(Versions.Approved version, int inForce) {
            return new VersionLine(
                    version.number(),
                    version.effectiveFrom(),
                    version.approvedBy(),
                    version.approvedAt(),
                    version.number() == inForce);
        }
    }

    /** A version with its content. */
    record VersionView(VersionLine version, JsonNode content) {}
}
