package io.quanmin.wechatsandbox.control;

import io.quanmin.wechatsandbox.http.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The paths under {@code /sandbox/api}, with arguments in braces. */
final class ControlRoutes {

    static final String ROOT = "/sandbox/api";

    private record Route(String method, List<String> parts, ControlHandler handler) {

        Optional<List<String>> match(Call call) {
            List<String> asked = split(call.path());
            if (!method.equals(call.method()) || asked.size() != parts.size()) {
                return Optional.empty();
            }
            List<String> args = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).startsWith("{")) {
                    args.add(URLDecoder.decode(asked.get(i), StandardCharsets.UTF_8));
                } else if (!parts.get(i).equals(asked.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(args);
        }
    }

    private final List<Route> routes = new ArrayList<>();

    void get(String path, ControlHandler handler) {
        routes.add(new Route("GET", split(ROOT + path), handler));
    }

    void post(String path, ControlHandler handler) {
        routes.add(new Route("POST", split(ROOT + path), handler));
    }

    void delete(String path, ControlHandler handler) {
        routes.add(new Route("DELETE", split(ROOT + path), handler));
    }

    /** Throws {@link NoSuchElementException} for a path that does not exist. */
    Object answer(Call call) {
        for (Route route : routes) {
            Optional<List<String>> args = route.match(call);
            if (args.isPresent()) {
                return route.handler().answer(call, args.get());
            }
        }
        throw new NoSuchElementException("No path " + call.path());
    }

    private static List<String> split(String path) {
        return List.of(path.split("/"));
    }
}
