package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The desk of who works on cases. */
@RestController
@RequestMapping(path = "/api/v1/desk", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed({Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.OFFICER, Role.LEADER, Role.SUPERVISOR, Role.WORKING_GROUP
})
class DeskEndpoint {

    /** Sent at once, so that whoever asks learns that the stream is open before there is a change. */
    private static final ServerSentEvent<Object> OPEN =
            ServerSentEvent.builder().comment("open").build();

    private final Desk desk;
    private final Watching watching;

    DeskEndpoint(Desk desk, Watching watching) {
        this.desk = desk;
        this.watching = watching;
    }

    /** All cases of my area or my unit, or one of my queues, as far as a filter lets them through. */
    @GetMapping("/cases")
    Mono<Page<TaskItem>> cases(
            Actor actor,
            @RequestParam(required = false) @Nullable String queue,
            @ParameterObject DeskQuery asked,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return desk.cases(actor, Desk.Listing.of(queue, asked, sort), PageRequest.read(after, limit));
    }

    /**
     * Every change of a case on my desk as it happens, as events {@code change}. An event {@code gap} says that something was missed and
     * ends the stream; so does the end of the session.
     */
    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> changes(Actor actor) {
        return watching.watch(actor).map(DeskEndpoint::event).startWith(OPEN);
    }

    private static ServerSentEvent<Object> event(Watching.Seen seen) {
        ServerSentEvent.Builder<Object> event = ServerSentEvent.builder();
        return switch (seen) {
            case Watching.Seen.Changed changed ->
                event.event("change").data(changed.change()).build();
            case Watching.Seen.Gap gap -> event.event("gap").data(Map.of()).build();
            case Watching.Seen.Quiet quiet -> event.comment("quiet").build();
        };
    }
}
