package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Filters of their desk that staff keep for themselves. */
@RestController
@RequestMapping(path = "/api/v1/desk/views", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed({Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.OFFICER, Role.LEADER, Role.SUPERVISOR, Role.WORKING_GROUP
})
class DeskViewEndpoint {

    private final DeskViews views;

    DeskViewEndpoint(DeskViews views) {
        this.views = views;
    }

    /** Mine, in my order. */
    @GetMapping
    Mono<Kept> mine(Actor actor) {
        return views.of(actor).map(Kept::new);
    }

    /** Keeps one more, behind the others. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<DeskView> add(Actor actor, @RequestBody DeskViewRequest request) {
        return views.add(actor, request.read());
    }

    /** Changes one, or puts it elsewhere among the others. */
    @PutMapping("/{id}")
    Mono<Kept> change(Actor actor, @PathVariable String id, @RequestBody DeskViewRequest request) {
        return views.change(actor, known(id), request.read()).map(Kept::new);
    }

    /** Forgets one. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Actor actor, @PathVariable String id) {
        return views.remove(actor, known(id));
    }

    private static Id known(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }

    /** @param items in the person's order */
    record Kept(List<DeskView> items) {}

    /**
     * @param name 1 to 20 characters
     * @param queue code of a queue; absent for the whole desk
     * @param sort {@code newest}, {@code oldest} or {@code due}; absent for the usual order
     * @param filter as the desk is asked for; absent for all of it
     * @param place among the others, from 0; absent to leave it where it is
     */
    record DeskViewRequest(
            @Nullable String name,
            @Nullable String queue,
            @Nullable String sort,
            @Nullable DeskQuery filter,
            @Nullable Integer place) {

        private static final int NAME = 20;

        DeskViews.Wanted read() {
            Fields fields = new Fields();
            String called = fields.words("name", name, NAME);
            if (queue != null && Queue.named(queue).isEmpty()) {
                fields.refuse("queue", "unknown", "没有这个任务列表");
            }
            if (sort != null && DeskTable.Order.named(sort).isEmpty()) {
                fields.refuse("sort", "unknown", "排序方式不正确");
            }
            if (place != null && (place < 0 || place >= DeskViews.MOST)) {
                fields.refuse("place", "range", "位置不正确");
            }
            fields.check();
            return new DeskViews.Wanted(
                    called,
                    queue,
                    sort,
                    Objects.requireNonNullElse(filter, DeskQuery.ALL).tidied(),
                    place);
        }
    }
}
