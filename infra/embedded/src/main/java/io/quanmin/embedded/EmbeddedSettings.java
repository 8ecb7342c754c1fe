package io.quanmin.embedded;

import java.nio.file.Path;
import org.springframework.core.env.Environment;

/**
 * What the embedded services are asked to be.
 *
 * @param home folder of all data
 * @param throwaway true in tests: nothing survives the process, and nothing waits for the disk
 * @param database name of the PostgreSQL database, created when missing
 * @param postgresPort, redisPort, objectsPort ports on the loopback address; 0 takes a free one
 */
record EmbeddedSettings(
        Path home, boolean throwaway, String database, int postgresPort, int redisPort, int objectsPort) {

    static final int POSTGRES_PORT = 15432;
    static final int REDIS_PORT = 16379;
    static final int OBJECTS_PORT = 19000;

    private static final String PREFIX = "quanmin.embedded.";

    static EmbeddedSettings of(Environment environment) {
        boolean throwaway = environment.getProperty(PREFIX + "throwaway", Boolean.class, false);
        return new EmbeddedSettings(
                throwaway ? Throwaway.home() : Home.kept(environment.getProperty("quanmin.home")),
                throwaway,
                environment.getProperty(PREFIX + "database", "quanmin"),
                port(environment, "postgres", throwaway ? 0 : POSTGRES_PORT),
                port(environment, "redis", throwaway ? 0 : REDIS_PORT),
                port(environment, "s3", throwaway ? 0 : OBJECTS_PORT));
    }

    private static int port(Environment environment, String service, int usual) {
        return environment.getProperty(PREFIX + service + ".port", Integer.class, usual);
    }
}
