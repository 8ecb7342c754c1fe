package io.quanmin;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The house stands as DESIGN draws it; the drawing in docs/ is made here. */
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(Quanmin.class);

    @Test
    void modulesCallOnlyDownwardsAndOnlyEachOthersPublicFaces() {
        modules.verify();
    }

    @Test
    void theModuleDiagramIsDrawn() {
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
