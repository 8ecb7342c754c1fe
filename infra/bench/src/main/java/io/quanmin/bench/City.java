package io.quanmin.bench;

import io.quanmin.Quanmin;
import io.quanmin.wechatsandbox.WeChatSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;

/**
 * The service under load, in this process, on embedded servers that wait for the disk as a city's do; without a demo city and with
 * limits that do not bite. After everybody has logged in WeChat is silent: its cost is not the service's.
 */
final class City implements AutoCloseable {

    private final ConfigurableApplicationContext application;

    City() throws Exception {
        Path home = Files.createTempDirectory("quanmin-bench");
        application = new SpringApplicationBuilder(Quanmin.class)
                .run(
                        "--quanmin.home=" + home,
                        "--server.port=0",
                        "--quanmin.embedded.postgres.port=0",
                        "--quanmin.embedded.redis.port=0",
                        "--quanmin.embedded.s3.port=0",
                        "--quanmin.local.sandbox.port=0",
                        "--quanmin.demo.enabled=false",
                        "--quanmin.identity.limits.report.per=1s",
                        "--quanmin.identity.limits.upload.per=1s",
                        "--quanmin.identity.limits.report.times=1000000",
                        "--quanmin.identity.limits.upload.times=1000000",
                        "--logging.level.root=error");
    }

    String property(String name) {
        return application.getEnvironment().getRequiredProperty(name);
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** Logs a citizen in, then cuts WeChat off; a client that is them. */
    WebClient citizen() {
        WeChatSandbox sandbox = bean(WeChatSandbox.class);
        WebClient api = WebClient.create("http://localhost:" + property("local.server.port") + "/api/v1");
        JsonNode session = Objects.requireNonNull(api.post()
                .uri("/sessions")
                .bodyValue(Map.of("code", sandbox.act().loginCode("u01")))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .block());
        sandbox.close();
        String token = session.path("token").asString();
        return api.mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    /** How many rows a query counts. */
    long count(String sql) {
        Long count =
                bean(DatabaseClient.class).sql(sql).mapValue(Long.class).one().block();
        return count == null ? 0 : count;
    }

    @Override
    public void close() {
        application.close();
    }
}
