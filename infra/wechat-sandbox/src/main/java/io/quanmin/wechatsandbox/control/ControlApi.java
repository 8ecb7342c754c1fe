package io.quanmin.wechatsandbox.control;

import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.http.Answer;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.world.World;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

/** The stand-in's own page and its API: JSON in, JSON out; errors are 400 or 404 with {@code {"error": "..."}}. */
public final class ControlApi {

    private final ControlRoutes routes = new ControlRoutes();
    private final Page page = new Page();

    public ControlApi(World world) {
        new UserControl(world).register(routes);
        new PhoneControl(world).register(routes);
        new TroubleControl(world).register(routes);
        new ObservationControl(world).register(routes);
        new SwitchControl(world).register(routes);
    }

    public Answer answer(Call call) {
        if (!call.path().startsWith(ControlRoutes.ROOT + "/")) {
            return page.answer(call.path());
        }
        try {
            Object result = routes.answer(call);
            return result instanceof Answer ready ? ready : json(200, result);
        } catch (NoSuchElementException unknown) {
            return json(404, Map.of("error", text(unknown)));
        } catch (Refusal refused) {
            return json(400, Map.of("errCode", refused.code(), "error", refused.text()));
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            return json(400, Map.of("error", text(wrong)));
        }
    }

    private static String text(RuntimeException wrong) {
        return Objects.requireNonNullElse(wrong.getMessage(), wrong.getClass().getSimpleName());
    }

    private static Answer json(int status, Object tree) {
        return new Answer(status, "application/json; charset=utf-8", Json.MAPPER.writeValueAsBytes(tree));
    }
}
