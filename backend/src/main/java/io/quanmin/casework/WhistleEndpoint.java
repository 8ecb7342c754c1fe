package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Those called to a case: how far each is, and what they say to each other. */
@RestController
@RequestMapping(path = "/api/v1/cases/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed({Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.OFFICER, Role.LEADER, Role.SUPERVISOR})
class WhistleEndpoint {

    private static final int WORDS = 500;
    private static final int PHOTOS = 9;

    private final Musters musters;
    private final Conferring conferring;
    private final Commands commands;

    WhistleEndpoint(Musters musters, Conferring conferring, Commands commands) {
        this.musters = musters;
        this.conferring = conferring;
        this.commands = commands;
    }

    /** What each called unit has to do, the lead first. */
    @GetMapping("/tasks")
    Mono<Musters.Muster> tasks(Actor actor, @PathVariable String id) {
        return musters.of(known(id), actor);
    }

    /** What they said, newest first. */
    @GetMapping("/thread")
    Mono<Page<Conferring.MessageView>> thread(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return conferring.read(known(id), actor, PageRequest.read(after, limit));
    }

    /** Says something to all that were called. */
    @PostMapping("/thread")
    Mono<Page<Conferring.MessageView>> say(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody SayingRequest request) {
        Id caseId = known(id);
        Conferring.Saying saying = request.read();
        return conferring.say(caseId, actor, commands.of(actor, key, caseId + " says " + saying), saying);
    }

    private static Id known(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }

    /** @param words 1 to 500 characters; may be left out where there is a photo */
    record SayingRequest(@Nullable String words, @Nullable List<@Nullable String> photos) {

        Conferring.Saying read() {
            Fields fields = new Fields();
            String text = fields.maybeWords("words", words, WORDS);
            List<Id> pictures = fields.photos("photos", photos, 0, PHOTOS);
            if (text == null && pictures.isEmpty()) {
                fields.refuse("words", "required", "请填写留言");
            }
            fields.check();
            return new Conferring.Saying(text == null ? "" : text, pictures);
        }
    }
}
