package io.quanmin.wechatsandbox.push;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.PushFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes an event as JSON or XML, with the shapes seen in real pushes. */
final class EventText {

    private final Quirks quirks;

    EventText(Quirks quirks) {
        this.quirks = quirks;
    }

    String write(AppSettings app, Event event, long createTime) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ToUserName", app.userName());
        fields.put("FromUserName", event.openid());
        fields.put("CreateTime", quirks.quotedCreateTime() ? String.valueOf(createTime) : (Object) createTime);
        fields.put("MsgType", "event");
        fields.put("Event", event.name());
        fields.putAll(event.fields());
        return app.pushFormat() == PushFormat.XML ? xml(fields, event) : json(fields, event);
    }

    private String json(Map<String, Object> fields, Event event) {
        Event.Items items = event.items();
        if (items != null) {
            boolean single = items.rows().size() == 1 && !quirks.listAlwaysArray();
            fields.put("List", single ? items.rows().getFirst() : items.rows());
        }
        return Json.MAPPER.writeValueAsString(fields);
    }

    private static String xml(Map<String, Object> fields, Event event) {
        Event.Items items = event.items();
        if (items != null) {
            fields.put(items.xmlName(), Map.of("List", items.rows()));
        }
        return element("xml", fields);
    }

    static String element(String name, Object value) {
        return switch (value) {
            case List<?> several ->
                several.stream().map(one -> element(name, one)).reduce("", String::concat);
            case Map<?, ?> nested -> "<" + name + ">" + children(nested) + "</" + name + ">";
            case Number number -> "<" + name + ">" + number + "</" + name + ">";
            default -> "<" + name + "><![CDATA[" + value + "]]></" + name + ">";
        };
    }

    private static String children(Map<?, ?> nested) {
        StringBuilder text = new StringBuilder();
        nested.forEach((name, value) -> text.append(element(String.valueOf(name), value)));
        return text.toString();
    }
}
