package io.quanmin.wechatsandbox.screening;

import io.quanmin.wechatsandbox.base.AppKind;
import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.base.SandboxClock;
import io.quanmin.wechatsandbox.http.Answer;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.http.Routes;
import io.quanmin.wechatsandbox.http.Verb;
import io.quanmin.wechatsandbox.people.Population;
import io.quanmin.wechatsandbox.push.Pushes;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code POST /wxa/media_check_async}: fetches the media at once, pushes {@code wxa_media_check} later. */
public final class MediaCheckApi implements AutoCloseable {

    /** @param openid of the user; empty in version 1, which does not ask for one */
    private record Job(AppSettings app, String openid, String traceId, int version, int mediaType, String address) {}

    private final MediaFetch fetch = new MediaFetch();
    private final SceneCheck scenes;
    private final MediaChecks checks;
    private final Pushes pushes;
    private final SandboxClock clock;

    public MediaCheckApi(Ground ground, Population people, MediaChecks checks, Pushes pushes) {
        this.scenes = new SceneCheck(ground, people);
        this.checks = checks;
        this.pushes = pushes;
        this.clock = ground.clock();
    }

    public void register(Routes routes) {
        routes.guarded(Verb.POST, "/wxa/media_check_async", AppKind.MINI_PROGRAM, this::check);
    }

    @Override
    public void close() {
        fetch.close();
    }

    private Answer check(AppSettings app, Call call) {
        JsonNode body = call.json();
        int version = Json.number(body, "version", 1) == 2 ? 2 : 1;
        int mediaType = Json.number(body, "media_type", 0);
        if (mediaType != MediaType.AUDIO && mediaType != MediaType.IMAGE) {
            throw new Refusal(40004, "invalid media type");
        }
        String address = Json.text(body, "media_url");
        if (address == null) {
            throw Refusal.badBody();
        }
        String openid = "";
        if (version == 2) {
            openid = Objects.requireNonNullElse(Json.text(body, "openid"), "");
            scenes.require(app, body);
        }
        Job job = new Job(app, openid, call.rid(), version, mediaType, address);
        clock.after(checks.delay(), () -> finish(job));
        return Answer.json(Answer.okay().put("trace_id", call.rid()));
    }

    private void finish(Job job) {
        boolean fetchable = !checks.httpsOnly() || job.address().startsWith("https://");
        Optional<byte[]> media = fetchable ? fetch.fetch(job.address()) : Optional.empty();
        boolean good =
                media.filter(bytes -> MediaType.matches(job.mediaType(), bytes)).isPresent();
        MediaCheckEvent event = new MediaCheckEvent(job.app().appid(), job.openid(), job.traceId());
        if (job.version() == 1) {
            pushes.push(event.firstVersion(good ? checks.verdict(job.address()) : null));
        } else if (good) {
            pushes.push(event.checked(checks.verdict(job.address()), checks.textLabels()));
        } else {
            pushes.push(event.notFetched());
        }
    }
}
