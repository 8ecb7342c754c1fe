package io.quanmin.local.demo;

import io.quanmin.kernel.Id;
import io.quanmin.wechatsandbox.WeChatSandbox;
import io.quanmin.wechatsandbox.people.Person;
import java.util.Map;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Brings people of the demo city into the mini-program through the sandbox. */
@DemoPart
@Component
class DemoVisitors {

    private final WeChatSandbox sandbox;
    private final ReactiveWebServerApplicationContext server;

    DemoVisitors(WeChatSandbox sandbox, ReactiveWebServerApplicationContext server) {
        this.sandbox = sandbox;
        this.server = server;
        Persona.ALL.forEach(persona -> sandbox.users().add(user(persona)));
    }

    private static Person user(Persona persona) {
        String phone =
                "1990000" + "%04d".formatted(Integer.parseInt(persona.id().substring(1)));
        return new Person(persona.id(), persona.name(), persona.title(), phone);
    }

    /** Logs in silently, as the mini-program does when it opens. */
    Mono<Arrived> arrive(Persona persona) {
        sandbox.act().visit(persona.id());
        return api().post()
                .uri("/sessions")
                .bodyValue(Map.of("code", sandbox.act().loginCode(persona.id())))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .flatMap(session -> named(persona, session));
    }

    private Mono<Arrived> named(Persona persona, JsonNode session) {
        Visitor visitor = new Visitor(api(), session.path("token").asString());
        Id person = Id.parse(session.path("me").path("id").asString());
        return visitor.rename(persona.name()).thenReturn(new Arrived(persona.id(), person, visitor));
    }

    void follow(Persona persona) {
        sandbox.act().follow(persona.id());
    }

    private WebClient api() {
        int port = java.util.Objects.requireNonNull(server.getWebServer()).getPort();
        return WebClient.create("http://localhost:" + port + "/api/v1");
    }

    /** Somebody logged in: who they are in the sandbox and in the service. */
    record Arrived(String persona, Id person, Visitor visitor) {}
}
