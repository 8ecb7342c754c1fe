package io.quanmin.local.demo;

import io.quanmin.kernel.Anyone;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.wechatsandbox.WeChatSandbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a phone's WeChat gives to the mini-program, for a browser that has none: login codes, phone codes and answers to the
 * subscription popup, from the sandbox.
 */
@DemoPart
@RestController
@Anyone
@RequestMapping(path = "/api/v1/demo/users", produces = MediaType.APPLICATION_JSON_VALUE)
class DemoEndpoint {

    private final WeChatSandbox sandbox;

    DemoEndpoint(WeChatSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @GetMapping
    List<DemoUser> users() {
        return Persona.ALL.stream().map(DemoUser::of).toList();
    }

    @PostMapping("/{id}/login-code")
    Code loginCode(@PathVariable String id) {
        return known(() -> {
            sandbox.act().visit(id);
            return new Code(sandbox.act().loginCode(id));
        });
    }

    @PostMapping("/{id}/phone-code")
    Code phoneCode(@PathVariable String id) {
        return known(() -> new Code(sandbox.act().phoneCode(id)));
    }

    @PostMapping("/{id}/subscribe")
    Answers subscribe(@PathVariable String id, @RequestBody Asked asked) {
        Map<String, String> answers = new LinkedHashMap<>();
        String answer = asked.accept() ? "accept" : "reject";
        asked.templates().stream().limit(5).forEach(template -> answers.put(template, answer));
        return known(() -> Answers.of(sandbox.act().answerSubscription(id, answers)));
    }

    private static <T> T known(Supplier<T> act) {
        try {
            return act.get();
        } catch (NoSuchElementException nobody) {
            throw new NoSuchThing();
        }
    }

    record DemoUser(String id, String name, String role) {

        static DemoUser of(Persona persona) {
            return new DemoUser(persona.id(), persona.name(), persona.title());
        }
    }

    record Code(String code) {}

    record Asked(List<String> templates, boolean accept) {

        Asked {
            templates = templates == null ? List.of() : List.copyOf(templates);
        }
    }

    record Answers(List<Answered> results) {

        static Answers of(Map<String, String> answers) {
            return new Answers(answers.entrySet().stream()
                    .map(answer -> new Answered(answer.getKey(), answer.getValue()))
                    .toList());
        }
    }

    record Answered(String template, String status) {}
}
