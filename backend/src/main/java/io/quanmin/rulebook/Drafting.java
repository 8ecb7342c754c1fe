package io.quanmin.rulebook;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Reactive;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** People write the next version. */
@Component
class Drafting implements Drafts {

    private final DraftTable table;
    private final VersionTable versions;
    private final TransactionalOperator transaction;
    private final CitySettings city;
    private final Ids ids;
    private final Clock clock;

    Drafting(
            DraftTable table,
            VersionTable versions,
            TransactionalOperator transaction,
            CitySettings city,
            Ids ids,
            Clock clock) {
        this.table = table;
        this.versions = versions;
        this.transaction = transaction;
        this.city = city;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Draft> begin(String name, int source, Id author) {
        return Mono.zip(versions.content(source), versions.newest())
                .map(found -> fresh(name, found.getT2(), source, found.getT1().content(), author))
                .flatMap(draft -> table.insert(draft)
                        .then(table.edited(draft.id(), author))
                        .thenReturn(draft)
                        .as(transaction::transactional));
    }

    private Draft fresh(String name, int base, int source, JsonNode content, Id author) {
        Id id = ids.next(city.code());
        return new Draft(
                id, name, base, source, 1, Draft.State.OPEN, content, author, clock.instant(), clock.instant(), null);
    }

    @Override
    public Mono<Draft> find(Id draft) {
        return table.find(draft).transform(Reactive.orFail(NoSuchThing::new));
    }

    @Override
    public Flux<Draft> page(PageRequest page) {
        return table.page(page);
    }

    @Override
    public Mono<Draft> rewrite(Id draft, long seen, String name, JsonNode content, Id editor) {
        return change(draft, seen, editor, before -> with(before, name, before.base(), before.source(), content));
    }

    @Override
    public Mono<Draft> rewriteSection(Id draft, long seen, String section, JsonNode content, Id editor) {
        return BookReader.sections().contains(section)
                ? change(
                        draft,
                        seen,
                        editor,
                        before -> with(
                                before, before.name(), before.base(), before.source(), set(before, section, content)))
                : Mono.error(new InvalidFields("section", "unknown", "规则里没有这一部分"));
    }

    private static JsonNode set(Draft draft, String section, JsonNode content) {
        if (!(draft.content() instanceof ObjectNode whole)) {
            throw new InvalidFields("content", "not-an-object", "草稿不是完整的规则，请先整体修改");
        }
        ObjectNode copy = whole.deepCopy();
        copy.set(section, content);
        return copy;
    }

    private Draft with(Draft before, String name, int base, int source, JsonNode content) {
        return new Draft(
                before.id(),
                name,
                base,
                source,
                before.version() + 1,
                before.state(),
                content,
                before.author(),
                before.begunAt(),
                clock.instant(),
                before.number());
    }

    private Mono<Draft> change(Id id, long seen, Id editor, UnaryOperator<Draft> as) {
        return find(id).flatMap(before -> {
            if (before.state() != Draft.State.OPEN) {
                return Mono.error(new DraftClosed());
            }
            return before.version() == seen ? write(as.apply(before), editor) : Mono.error(new StaleDraft(before));
        });
    }

    private Mono<Draft> write(Draft next, Id editor) {
        return table.change(next)
                .filter(rows -> rows == 1)
                .flatMap(changed -> table.edited(next.id(), editor).thenReturn(next))
                .as(transaction::transactional)
                .switchIfEmpty(
                        Mono.defer(() -> find(next.id()).flatMap(current -> Mono.error(new StaleDraft(current)))));
    }

    @Override
    public Mono<Draft> rebase(Id draft, long seen, Id editor) {
        return find(draft)
                .flatMap(before -> Mono.zip(
                        versions.content(before.base()), versions.newest().flatMap(versions::content)))
                .flatMap(both -> change(draft, seen, editor, before -> onto(before, both.getT1(), both.getT2())));
    }

    private Draft onto(Draft before, Versions.Content base, Versions.Content newest) {
        if (!(before.content() instanceof ObjectNode whole)) {
            throw new InvalidFields("content", "not-an-object", "草稿不是完整的规则，请先整体修改");
        }
        Set<String> theirs = differing(base.content(), newest.content());
        Set<String> ours = differing(base.content(), whole);
        List<String> collide = theirs.stream()
                .filter(ours::contains)
                .filter(section ->
                        !Objects.equals(whole.get(section), newest.content().get(section)))
                .sorted()
                .toList();
        if (!collide.isEmpty()) {
            throw new SectionsCollide(collide);
        }
        ObjectNode merged = whole.deepCopy();
        theirs.forEach(section -> merged.set(section, newest.content().path(section)));
        int number = newest.version().number();
        return with(before, before.name(), number, theirs.isEmpty() ? before.source() : number, merged);
    }

    private static Set<String> differing(JsonNode one, JsonNode other) {
        return BookReader.sections().stream()
                .filter(section -> !Objects.equals(one.get(section), other.get(section)))
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Void> drop(Id draft) {
        return find(draft).flatMap(found -> table.drop(draft)).transform(Reactive.exactlyOne(DraftClosed::new));
    }

    @Override
    public Mono<Set<Id>> editors(Id draft) {
        return table.editors(draft).collect(Collectors.toUnmodifiableSet());
    }
}
