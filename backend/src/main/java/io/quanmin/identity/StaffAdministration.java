package io.quanmin.identity;

import io.quanmin.kernel.Id;
import reactor.core.publisher.Mono;

/** Sets up units and staff: for imports, and for the demo city. Each call is its own transaction unless it joins the caller's. */
public interface StaffAdministration {

    /** Adds a unit; where its code is taken already, brings that one up to date instead. */
    Mono<Unit> addUnit(NewUnit unit);

    /**
     * Adds a staff member with an account to log in at the desk; where the login is taken already, changes nothing and answers
     * the one who has it. Fails with {@code InvalidFields} when the unit is unknown or the password is weak.
     *
     * @return the staff id
     */
    Mono<Id> addStaff(NewStaff staff);

    /**
     * Makes the person of a WeChat account the staff member's person, as a bind code does. Again is the same; fails with
     * {@link BindCodeRefused} when that person serves as somebody else already.
     *
     * @return the person
     */
    Mono<Id> link(Id staff, Id person);

    /**
     * Ends a service: roles, desk login and sessions are over at once, the history keeps the name. Fails with
     * {@code NoSuchThing} when nobody serves by this id.
     */
    Mono<Void> end(Id staff);

    /** A new single-use code by which a person says from WeChat that they are this staff member. Earlier ones end. */
    Mono<BindCode> bindCode(Id staff);
}
