package io.quanmin.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The least application that has the embedded services. */
@Configuration(proxyBeanMethods = false)
class SmallApplication {

    static final String READY = "the small application is ready";

    public static void main(String[] args) {
        if (run(args).isActive()) {
            System.out.println(READY);
        }
    }

    /** Runs in this process, on free ports, keeping data in this folder. */
    static ConfigurableApplicationContext run(Path home, String... properties) {
        return run(arguments(home, properties).toArray(String[]::new));
    }

    /** Properties as arguments, where the last of a name counts. */
    static List<String> arguments(Path home, String... properties) {
        Map<String, String> arguments = new LinkedHashMap<>(Map.of(
                "quanmin.home", home.toString(),
                "quanmin.embedded.postgres.port", "0",
                "quanmin.embedded.redis.port", "0",
                "quanmin.embedded.s3.port", "0"));
        for (String property : properties) {
            String[] nameAndValue = property.split("=", 2);
            arguments.put(nameAndValue[0], nameAndValue[1]);
        }
        return arguments.entrySet().stream()
                .map(argument -> "--" + argument.getKey() + "=" + argument.getValue())
                .toList();
    }

    static ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplicationBuilder(SmallApplication.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }

    /** What goes wrong after the servers have started. */
    @Bean
    Object fault(Environment environment) {
        if (environment.getProperty("test.fault", Boolean.class, false)) {
            throw new IllegalStateException("this application is meant to fail");
        }
        return new Object();
    }
}
