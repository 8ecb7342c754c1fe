package io.quanmin.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What a city gets that leaves a setting out. */
class MediaSettingsTest {

    @Test
    void uploadsWaitAmongTheTemporaryFilesOfTheMachine() {
        assertThat(workshop(Map.of()).folder())
                .isEqualTo(Path.of(System.getProperty("java.io.tmpdir"), "quanmin-uploads"))
                .isAbsolute();
    }

    @Test
    void uploadsWaitWhereTheCitySays() {
        assertThat(workshop(Map.of("quanmin.media.workshop.spool", "/srv/uploads"))
                        .folder())
                .isEqualTo(Path.of("/srv/uploads"));
    }

    private static MediaSettings.Workshop workshop(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("quanmin.media", MediaSettings.class)
                .workshop();
    }
}
