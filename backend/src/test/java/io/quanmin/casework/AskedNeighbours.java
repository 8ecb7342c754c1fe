package io.quanmin.casework;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A neighbourhood of its own for each test, whose volunteers are asked. */
abstract class AskedNeighbours {

    static final String GARBAGE = "exposed-garbage";

    @Autowired
    Town town;

    Neighbourhood here;

    @BeforeEach
    void settle() {
        here = new Neighbourhood(town);
    }

    Map<String, Object> evidence(Town.Person volunteer) {
        return Map.of("point", here.here(), "photos", List.of(volunteer.upload("landscape_8.jpg")));
    }
}
