package io.quanmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The house stands as docs/adr/0001 says; the drawing of it in the README is made here. */
class ModularityTests {

    private static final Path README = Path.of("../README.md");
    private static final String BEGIN = "<!-- modules -->\n";
    private static final String END = "<!-- /modules -->";

    private final ApplicationModules modules = ApplicationModules.of(Quanmin.class);

    @Test
    void modulesCallOnlyDownwardsAndOnlyEachOthersPublicFaces() {
        assertThat(modules.verify()).isNotEmpty();
    }

    @Test
    void theDrawingInTheReadmeIsOfTheModulesThereAre() throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        int to = readme.indexOf(END);
        if (Boolean.getBoolean("quanmin.write-docs")) {
            Files.writeString(README, readme.substring(0, from) + drawing() + readme.substring(to));
            return;
        }
        assertThat(readme.substring(from, to))
                .as("run with -Dquanmin.write-docs=true to draw it anew")
                .isEqualTo(drawing());
    }

    /** Arrows to the kernel are left out: everybody has one. */
    private String drawing() {
        Set<String> arrows = new TreeSet<>();
        modules.forEach(module -> module.getDirectDependencies(modules)
                .uniqueModules()
                .map(ModularityTests::name)
                .filter(callee -> !callee.equals("kernel") && !callee.equals(name(module)))
                .forEach(callee -> arrows.add("    " + name(module) + " --> " + callee)));
        return "```mermaid\nflowchart TD\n" + String.join("\n", arrows) + "\n```\n";
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
