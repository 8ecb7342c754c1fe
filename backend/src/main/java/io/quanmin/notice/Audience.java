package io.quanmin.notice;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quanmin.kernel.Id;
import java.util.List;

/** To whom something is said. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Audience.Persons.class, name = "persons"),
    @JsonSubTypes.Type(value = Audience.Duty.class, name = "duty"),
    @JsonSubTypes.Type(value = Audience.Leaders.class, name = "leaders"),
    @JsonSubTypes.Type(value = Audience.Role.class, name = "role"),
    @JsonSubTypes.Type(value = Audience.Everyone.class, name = "everyone")
})
public sealed interface Audience {

    /** These persons. */
    record Persons(List<Id> persons) implements Audience {}

    /** Whoever is on duty in a unit. */
    record Duty(Id unit) implements Audience {}

    /** Whoever leads a unit. */
    record Leaders(Id unit) implements Audience {}

    /**
     * Staff of a role whose area holds a place.
     *
     * @param role name of the role, such as {@code REVIEWER}
     * @param area code of the division the work lies in
     */
    record Role(String role, String area) implements Audience {}

    /** Everybody who has an account; only for quiet notices. */
    record Everyone() implements Audience {}
}
