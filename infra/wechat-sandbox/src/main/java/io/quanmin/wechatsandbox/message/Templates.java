package io.quanmin.wechatsandbox.message;

import io.quanmin.wechatsandbox.base.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The templates in use, and which of them WeChat has banned. */
public final class Templates {

    private final Map<String, Template> byId = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Set<String> banned = ConcurrentHashMap.newKeySet();

    public Templates(List<Template> inUse) {
        inUse.forEach(this::add);
    }

    /** Adds it, or replaces the one with the same id: fields may then have other numbers. */
    public void add(Template template) {
        byId.put(template.id(), template);
    }

    public void remove(String templateId) {
        byId.remove(templateId);
    }

    /** Sending with it is refused with 43107 from now on. */
    public void ban(String templateId) {
        banned.add(templateId);
    }

    public void unban(String templateId) {
        banned.remove(templateId);
    }

    public boolean isBanned(String templateId) {
        return banned.contains(templateId);
    }

    public List<Template> all() {
        synchronized (byId) {
            return List.copyOf(byId.values());
        }
    }

    public List<Template> ofService(boolean service) {
        return all().stream()
                .filter(template -> (template.kind() == Template.Kind.SERVICE) == service)
                .toList();
    }

    /** Refuses with 40037 when there is none of this id for this kind of account. */
    Template require(@Nullable String templateId, boolean service) {
        Template template = templateId == null ? null : byId.get(templateId);
        if (template == null || (template.kind() == Template.Kind.SERVICE) != service) {
            throw Refusal.invalidTemplate();
        }
        return template;
    }
}
