package io.quanmin.wechatsandbox.message;

import io.quanmin.wechatsandbox.base.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many messages each user still permits with each template. Nobody can ask WeChat for it, but tests may look. */
public final class Ledger {

    /**
     * One account of the ledger.
     *
     * @param left messages that may still be sent
     * @param forever accepted once for a long-term template
     */
    public record Permission(String userId, String templateId, int left, boolean forever) {

        boolean allows() {
            return forever || left > 0;
        }
    }

    private final Map<String, Permission> permissions = new ConcurrentHashMap<>();

    public int left(String userId, String templateId) {
        return of(userId, templateId).left();
    }

    public boolean allows(String userId, String templateId) {
        return of(userId, templateId).allows();
    }

    /** Permissions add up without limit and do not expire. */
    public void accept(String userId, Template template) {
        boolean forever = template.kind() == Template.Kind.LONG_TERM;
        permissions.compute(key(userId, template.id()), (unused, before) -> {
            int left = before == null ? 0 : before.left();
            return new Permission(userId, template.id(), forever ? 0 : left + 1, forever);
        });
    }

    /** The user withdrew everything for this template. */
    public void revoke(String userId, String templateId) {
        permissions.remove(key(userId, templateId));
    }

    public void put(Permission permission) {
        permissions.put(key(permission.userId(), permission.templateId()), permission);
    }

    public List<Permission> all() {
        return permissions.values().stream()
                .sorted(Comparator.comparing(Permission::userId).thenComparing(Permission::templateId))
                .toList();
    }

    /** Takes one permission; refuses with 43101 when there is none. */
    void spend(String userId, String templateId) {
        permissions.compute(key(userId, templateId), (unused, before) -> {
            if (before == null || !before.allows()) {
                throw Refusal.notPermitted();
            }
            int left = before.forever() ? 0 : before.left() - 1;
            return new Permission(userId, templateId, left, before.forever());
        });
    }

    private Permission of(String userId, String templateId) {
        return permissions.getOrDefault(key(userId, templateId), new Permission(userId, templateId, 0, false));
    }

    private static String key(String userId, String templateId) {
        return userId + " " + templateId;
    }
}
