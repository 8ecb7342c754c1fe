package io.quanmin.identity;

import io.quanmin.kernel.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/** The matrix of roles and endpoints, as a page of the docs. */
final class RolePage {

    private static final Map<Role, String> NAMES = new EnumMap<>(Map.ofEntries(
            Map.entry(Role.CITIZEN, "市民 citizen"),
            Map.entry(Role.REVIEWER, "审核 reviewer"),
            Map.entry(Role.VERIFIER, "核查 verifier"),
            Map.entry(Role.DISPATCHER, "派遣 dispatcher"),
            Map.entry(Role.OFFICER, "经办 officer"),
            Map.entry(Role.LEADER, "单位负责 leader"),
            Map.entry(Role.PUBLICITY, "宣传 publicity"),
            Map.entry(Role.SUPERVISOR, "监督 supervisor"),
            Map.entry(Role.WORKING_GROUP, "工作专班 working group"),
            Map.entry(Role.HOTLINE_CLERK, "接线 hotline clerk"),
            Map.entry(Role.SYSTEM_ADMIN, "系统管理 system admin"),
            Map.entry(Role.SECURITY_ADMIN, "安全管理 security admin"),
            Map.entry(Role.AUDIT_ADMIN, "审计管理 audit admin")));

    private RolePage() {}

    static String of(List<Endpoint> endpoints) {
        StringBuilder page = new StringBuilder("""
                # Who may call what

                Each cell was called in a test: ● is let in, an empty cell is refused with 403, and whoever is not logged in (or whose session
                expired or was revoked) is refused with 401 wherever the first column is empty. What no line names answers 404 to everybody, but for
                pages, health and this API's description. Made by `RoleMatrixTests`.

                """);
        page.append(line(
                "endpoint",
                "anyone",
                List.of(Role.values()).stream().map(RolePage::name).toList()));
        page.append("|---".repeat(Role.values().length + 2)).append("|\n");
        endpoints.forEach(
                endpoint -> page.append(line("`" + endpoint + "`", dot(endpoint.isForEverybody()), dots(endpoint))));
        return page.toString();
    }

    private static String name(Role role) {
        return Objects.requireNonNull(NAMES.get(role), role.name());
    }

    private static List<String> dots(Endpoint endpoint) {
        return List.of(Role.values()).stream()
                .map(role -> dot(endpoint.isFor(role)))
                .toList();
    }

    private static String dot(boolean allowed) {
        return allowed ? "●" : "";
    }

    private static String line(String endpoint, String anyone, List<String> roles) {
        StringJoiner line = new StringJoiner(" | ", "| ", " |\n");
        line.add(endpoint).add(anyone);
        roles.forEach(line::add);
        return line.toString();
    }
}
