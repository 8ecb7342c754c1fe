package io.quanmin.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where the keys for phone numbers come from: the settings, or with the embedded database a file of its home, made once. */
@Configuration(proxyBeanMethods = false)
class PhoneConfiguration {

    private static final String LOCAL = "local";
    private static final int BYTES = 32;

    @Bean
    PhoneKeys phoneKeys(PhoneSettings settings, Environment environment) {
        if (settings.indexKey() != null && !settings.keys().isEmpty()) {
            return PhoneKeys.read(settings.keys(), settings.current(), settings.indexKey());
        }
        if (!environment.getProperty("quanmin.embedded.postgres.active", Boolean.class, false)) {
            throw new IllegalStateException("Set quanmin.identity.phone.keys.<id>, quanmin.identity.phone.current and"
                    + " quanmin.identity.phone.index-key: phone numbers are kept encrypted");
        }
        return local(Path.of(environment.getRequiredProperty("quanmin.embedded.home")));
    }

    private static PhoneKeys local(Path home) {
        Path file = home.resolve("identity.keys");
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            List<String> keys = Files.readAllLines(file);
            return PhoneKeys.read(Map.of(LOCAL, keys.get(0)), LOCAL, keys.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of the local service cannot be kept in " + file, e);
        }
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key() + "\n" + key() + "\n", StandardOpenOption.WRITE);
    }

    private static String key() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
