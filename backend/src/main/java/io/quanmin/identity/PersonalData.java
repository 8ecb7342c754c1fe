package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What a module keeps about a person; every module with a table that names one implements it. */
public interface PersonalData {

    /** The module's name, a section of the export. */
    String section();

    /** The tables, with schema, that hold a person's id: a test compares them with the database. */
    Set<String> tables();

    /** All of it, as JSON-able values, bounded. */
    Mono<Object> export(Id person);

    /** Removes the person from it; what the city must keep stays without them. Joins the caller's transaction; again is the same. */
    Mono<Void> erase(Id person);

    /**
     * Two accounts turned out to be one person: hands what {@code person} has over to {@code into}. Joins the caller's
     * transaction; again is the same. Happens when a staff member links their WeChat and when a unionid arrives late.
     */
    default Mono<Void> merge(Id person, Id into) {
        return Mono.empty();
    }
}
