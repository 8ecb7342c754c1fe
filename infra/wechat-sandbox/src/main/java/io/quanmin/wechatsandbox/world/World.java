package io.quanmin.wechatsandbox.world;

import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.code.Codes;
import io.quanmin.wechatsandbox.http.Traffic;
import io.quanmin.wechatsandbox.message.Messages;
import io.quanmin.wechatsandbox.message.Template;
import io.quanmin.wechatsandbox.people.Population;
import io.quanmin.wechatsandbox.push.PushTiming;
import io.quanmin.wechatsandbox.push.Pushes;
import io.quanmin.wechatsandbox.screening.Screening;
import io.quanmin.wechatsandbox.token.AccessTokens;
import java.util.List;

/** Everything a stand-in remembers. */
public record World(
        Ground ground,
        Population people,
        AccessTokens tokens,
        Traffic traffic,
        Pushes pushes,
        Messages messages,
        Screening screening,
        Codes codes,
        Act act)
        implements AutoCloseable {

    public static World of(Ground ground, List<Template> templates, PushTiming timing) {
        Population people = Population.of(ground);
        Pushes pushes = new Pushes(ground, timing);
        Messages messages = Messages.of(templates, ground.apps(), people.users(), pushes);
        Codes codes = Codes.of(ground);
        return new World(
                ground,
                people,
                new AccessTokens(ground),
                Traffic.of(ground),
                pushes,
                messages,
                new Screening(),
                codes,
                new Act(ground, people, messages.subscriptions(), codes.sceneCodes(), pushes));
    }

    /** Stops what runs by itself: the clock and the pushes. */
    @Override
    public void close() {
        pushes.close();
        ground.clock().close();
    }
}
