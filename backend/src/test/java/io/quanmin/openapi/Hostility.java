package io.quanmin.openapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes what nobody should send, from a seed: near-valid bodies with something wrong in them, and plain rubbish. */
final class Hostility {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000\u0001\u001f",
            "'; drop table casework.case; --",
            "<script>alert(1)</script>",
            "=cmd|'/c calc'!A1",
            "${jndi:ldap://127.0.0.1/a}",
            "../../etc/passwd",
            "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\u202eevil\u202c",
            "null",
            "-1",
            "9".repeat(400),
            "汉".repeat(5_000),
            "990102-0192f0c1a2b37c4d8e9f0a1b2c3d4e5f",
            "2026-02-30T25:61:61Z",
            cursor("+1000000000-12-31T00:00:00Z"),
            cursor("-1000000000-01-01T00:00:00Z"));

    private final Random random;

    Hostility(long seed) {
        this.random = new Random(seed);
    }

    boolean oneIn(int chance) {
        return random.nextInt(chance) == 0;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A word no one was sent before. */
    String fresh() {
        return Long.toHexString(random.nextLong());
    }

    String text() {
        return oneOf(TEXTS);
    }

    /** A body for this schema that is likely wrong somewhere; sometimes no JSON at all. */
    byte[] body(JsonNode schema, JsonNode document) {
        return switch (random.nextInt(10)) {
            case 0 -> new byte[0];
            case 1 -> "{".repeat(1 + random.nextInt(2_000)).getBytes(StandardCharsets.UTF_8);
            case 2 -> "[".repeat(1 + random.nextInt(3_000)).getBytes(StandardCharsets.UTF_8);
            case 3 -> bytes(random.nextInt(300));
            case 4 -> truncated(bytesOf(value(schema, document, 0)));
            case 5 -> bytesOf(anything(0));
            case 6 -> ("{\"a\":\"" + "x".repeat(400_000) + "\"}").getBytes(StandardCharsets.UTF_8);
            default -> bytesOf(value(schema, document, 0));
        };
    }

    /** A body that is taken, with one thing in it replaced; one in ten stays as it is. */
    byte[] spoiled(JsonNode taken) {
        JsonNode copy = taken.deepCopy();
        spoil(copy);
        return bytesOf(oneIn(10) ? taken : copy);
    }

    private void spoil(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            String name = oneOf(List.copyOf(object.propertyNames()));
            JsonNode value = object.path(name);
            if (value.isContainer() && !value.isEmpty() && oneIn(2)) {
                spoil(value);
            } else {
                object.set(name, anything(0));
            }
        } else if (node instanceof ArrayNode array) {
            array.add(anything(0));
        }
    }

    /** A form with a file that is no photo, or not a whole form. */
    byte[] form() {
        byte[] head = ("--x\r\nContent-Disposition: form-data; name=\"" + oneOf(List.of("file", "file", "other"))
                        + "\"; filename=\"../../a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(head);
        form.writeBytes(oneIn(2) ? JPEG : new byte[0]);
        form.writeBytes(bytes(random.nextInt(2_000)));
        form.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return oneIn(3) ? truncated(form.toByteArray()) : form.toByteArray();
    }

    private static String cursor(String time) {
        return Base64.getUrlEncoder()
                .encodeToString((time + "~00000000-0000-7000-8000-000000000000").getBytes(StandardCharsets.UTF_8));
    }

    private byte[] bytes(int count) {
        byte[] rubbish = new byte[count];
        random.nextBytes(rubbish);
        return rubbish;
    }

    private static byte[] bytesOf(JsonNode node) {
        return JSON.writeValueAsBytes(node);
    }

    private byte[] truncated(byte[] whole) {
        return java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 1));
    }

    private JsonNode value(JsonNode schema, JsonNode document, int depth) {
        JsonNode resolved = resolve(schema, document);
        if (depth > 6 || oneIn(6)) {
            return anything(depth);
        }
        return resolved.has("properties") ? object(resolved, document, depth) : plain(resolved, document, depth);
    }

    private static JsonNode resolve(JsonNode schema, JsonNode document) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private ObjectNode object(JsonNode schema, JsonNode document, int depth) {
        ObjectNode object = JSON.createObjectNode();
        schema.path("properties").properties().stream()
                .filter(property -> !oneIn(8))
                .forEach(property -> object.set(property.getKey(), value(property.getValue(), document, depth + 1)));
        if (oneIn(4)) {
            object.set("nobodyKnowsThisField", anything(depth));
        }
        return object;
    }

    private JsonNode plain(JsonNode schema, JsonNode document, int depth) {
        return switch (schema.path("type").asString("")) {
            case "integer", "number" -> number();
            case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case "array" -> array(schema.path("items"), document, depth);
            case "string" -> string(schema);
            default -> anything(depth);
        };
    }

    private JsonNode string(JsonNode schema) {
        JsonNode choices = schema.path("enum");
        return choices.isEmpty() || oneIn(3)
                ? JSON.getNodeFactory().stringNode(text())
                : choices.get(random.nextInt(choices.size()));
    }

    private JsonNode number() {
        List<Supplier<JsonNode>> numbers = List.of(
                () -> JSON.getNodeFactory().numberNode(random.nextInt(200) - 100),
                () -> JSON.getNodeFactory().numberNode(120 + random.nextDouble()),
                () -> JSON.getNodeFactory().numberNode(Long.MAX_VALUE),
                () -> JSON.getNodeFactory().numberNode(-1e308),
                () -> JSON.readTree("1e400"),
                () -> JSON.readTree("123456789012345678901234567890"));
        return oneOf(numbers).get();
    }

    private ArrayNode array(JsonNode items, JsonNode document, int depth) {
        ArrayNode array = JSON.createArrayNode();
        int size = oneIn(5) ? 500 : random.nextInt(4);
        for (int i = 0; i < size; i++) {
            array.add(value(items, document, depth + 1));
        }
        return array;
    }

    private JsonNode anything(int depth) {
        List<Supplier<JsonNode>> things = List.of(
                () -> JSON.getNodeFactory().nullNode(),
                () -> JSON.getNodeFactory().stringNode(text()),
                this::number,
                () -> JSON.getNodeFactory().booleanNode(true),
                () -> JSON.createArrayNode().add(depth > 5 ? JSON.createArrayNode() : anything(depth + 1)),
                () -> JSON.createObjectNode().set("x", depth > 5 ? JSON.createObjectNode() : anything(depth + 1)));
        return oneOf(things).get();
    }
}
