package io.quanmin.wechatsandbox.message;

import java.util.List;
import java.util.stream.Collectors;

/** A message template of one account. */
public record Template(String id, Kind kind, String title, List<Field> fields) {

    /** What may be sent with it. */
    public enum Kind {
        /** One message for each time the user accepted. */
        ONE_TIME(2),
        /** Any number once the user accepted. */
        LONG_TERM(3),
        /** A template message of the service account, to followers. */
        SERVICE(0);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** As {@code gettemplate} lists it. */
        public int number() {
            return number;
        }
    }

    public static Template oneTime(String id, String title, Field... fields) {
        return new Template(id, Kind.ONE_TIME, title, List.of(fields));
    }

    public static Template longTerm(String id, String title, Field... fields) {
        return new Template(id, Kind.LONG_TERM, title, List.of(fields));
    }

    public static Template service(String id, String title, Field... fields) {
        return new Template(id, Kind.SERVICE, title, List.of(fields));
    }

    /** The keys as the template list shows them: {@code 案件编号:{{character_string1.DATA}}} line by line. */
    public String content() {
        return fields.stream()
                .map(field -> field.label() + ":{{" + field.key() + ".DATA}}\n")
                .collect(Collectors.joining());
    }
}
