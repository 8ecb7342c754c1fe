package io.quanmin.wechat.callback;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an XML push as if it had been JSON: an element with elements in it is an object, one that comes again makes an array,
 * the rest is text. A document type is refused, and with it every entity.
 */
final class XmlPush {

    private static final int DEEPEST = 16;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;

    private XmlPush(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static JsonNode read(String text) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
            JsonNode root = new XmlPush(reader).root();
            reader.close();
            return root;
        } catch (XMLStreamException malformed) {
            throw new PushUnreadable();
        }
    }

    private JsonNode root() throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw new PushUnreadable();
            }
        }
        return element(1);
    }

    private JsonNode element(int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new PushUnreadable();
        }
        ObjectNode children = JsonNodeFactory.instance.objectNode();
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> add(children, reader.getLocalName(), element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.COMMENT, XMLStreamConstants.SPACE -> {}
                default -> throw new PushUnreadable();
            }
        }
        return children.isEmpty()
                ? JsonNodeFactory.instance.stringNode(text.toString().strip())
                : children;
    }

    private static void add(ObjectNode children, String name, JsonNode child) {
        JsonNode before = children.get(name);
        if (before == null) {
            children.set(name, child);
        } else if (before instanceof ArrayNode several) {
            several.add(child);
        } else {
            children.putArray(name).add(before).add(child);
        }
    }
}
