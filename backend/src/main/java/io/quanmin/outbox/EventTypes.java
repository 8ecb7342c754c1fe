package io.quanmin.outbox;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Events as they are stored: a name and JSON. */
@Component
final class EventTypes {

    private final JsonMapper json;

    EventTypes(JsonMapper json) {
        this.json = json;
    }

    /** The stable name of a type of event; one without {@link EventName} is a mistake of the programmer. */
    static String name(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " has no @EventName");
        }
        return name.value();
    }

    String write(Object event) {
        return json.writeValueAsString(event);
    }

    <E> E read(String payload, Class<E> type) {
        return json.readValue(payload, type);
    }
}
