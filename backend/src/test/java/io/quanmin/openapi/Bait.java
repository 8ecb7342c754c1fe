package io.quanmin.openapi;

import static io.quanmin.testing.Await.now;

import io.quanmin.identity.NewStaff;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.kernel.Role;
import io.quanmin.wechatsandbox.WeChatSandbox;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * What there is to attack: two sessions that are let in, subjects that exist, and bodies that are taken.
 *
 * @param citizen token of somebody who came through WeChat
 * @param staff token of somebody who serves in every role but those of {@code administrators}
 * @param administrators tokens of those whose administration is kept apart from the others
 * @param ids by the operation, or the beginning of the path, that they fit
 * @param bodies by operation
 */
record Bait(
        String citizen,
        String staff,
        List<String> administrators,
        Map<String, List<String>> ids,
        Map<String, JsonNode> bodies) {

    /** All that one person may serve in at once. */
    static final Set<Role> EVERY_WORK =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.CITIZEN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)));

    private static final String PASSWORD = "Wicked-9-Words-26";

    static Bait laid(WebClient web, WeChatSandbox wechat, StaffAdministration administration) {
        String citizen = citizen(web, wechat, "u05");
        String neighbour = citizen(web, wechat, "u06");
        String staff = desk(web, administration, "hostile", EVERY_WORK);
        String colleague = desk(web, administration, "colleague", Set.of(Role.PUBLICITY));
        List<String> administrators = List.of(
                desk(web, administration, "guardian", Set.of(Role.SECURITY_ADMIN)),
                desk(web, administration, "auditor", Set.of(Role.AUDIT_ADMIN)));
        return new Laying(web, citizen, neighbour, staff, colleague, administrators).lay(administration);
    }

    /** Everybody who is let in. */
    List<String> everybody() {
        return Stream.concat(Stream.of(citizen, staff), administrators.stream()).toList();
    }

    /** Ids that exist, the fittest first, or one that could, where a test can make none. */
    private List<String> idsFor(Operation operation) {
        return ids.entrySet().stream()
                .filter(entry -> operation.path().startsWith(entry.getKey())
                        || operation.toString().equals(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(List.of("990102-0192f0c1a2b37c4d8e9f0a1b2c3d4e5f"));
    }

    /** Ids for a part of a path; those of the operation where a part has none of its own. */
    List<String> idsFor(Operation operation, String part) {
        return ids.getOrDefault("{" + part + "}", idsFor(operation));
    }

    Optional<JsonNode> bodyFor(Operation operation) {
        return Optional.ofNullable(bodies.get(operation.toString()));
    }

    private static String citizen(WebClient web, WeChatSandbox wechat, String user) {
        wechat.act().visit(user);
        return now(login(web, "", Map.of("code", wechat.act().loginCode(user))));
    }

    private static String desk(WebClient web, StaffAdministration administration, String login, Set<Role> roles) {
        return now(administration
                .addStaff(serving(login, roles))
                .then(login(web, "/desk", Map.of("login", login, "password", PASSWORD))));
    }

    private static Mono<String> login(WebClient web, String where, Map<String, String> proof) {
        return web.post()
                .uri("/api/v1/sessions" + where)
                .bodyValue(proof)
                .retrieve()
                .bodyToMono(JsonNode.class)
                .map(session -> session.path("token").asString());
    }

    static NewStaff serving(String login, Set<Role> roles) {
        return new NewStaff(login, "试探者", PASSWORD, roles, null, "9901", false);
    }
}
