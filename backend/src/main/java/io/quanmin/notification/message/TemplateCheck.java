package io.quanmin.notification.message;

import io.quanmin.notification.Template;
import io.quanmin.notification.Templates;
import io.quanmin.wechat.AccountTemplate;
import io.quanmin.wechat.WeChat;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Compares the templates that are configured with those the accounts have: numbers of fields change when one is added anew. */
@Component
final class TemplateCheck {

    private final Templates templates;
    private final WeChat wechat;
    private final MessageSettings settings;

    TemplateCheck(Templates templates, WeChat wechat, MessageSettings settings) {
        this.templates = templates;
        this.wechat = wechat;
        this.settings = settings;
    }

    /** What does not fit, in words; nothing when all is well. Fails when WeChat cannot be asked. */
    Mono<List<String>> faults() {
        return Mono.zip(templates.all(), byId(wechat.subscribeTemplates()), byId(wechat.serviceTemplates()))
                .map(known -> faults(known.getT1().values(), known.getT2(), known.getT3()));
    }

    private static Mono<Map<String, AccountTemplate>> byId(Mono<List<AccountTemplate>> templates) {
        return templates.map(all ->
                all.stream().collect(Collectors.toMap(AccountTemplate::id, template -> template, (one, other) -> one)));
    }

    private List<String> faults(
            Collection<Template> ours, Map<String, AccountTemplate> mini, Map<String, AccountTemplate> service) {
        Stream<Optional<String>> stages = settings.templates().entrySet().stream()
                .map(stage ->
                        fault(stage.getValue(), mini, fields(ours, template -> template.stage() == stage.getKey())));
        Stream<Optional<String>> duty = Stream.of(fault(settings.duty(), service, fields(ours, Template::service)));
        return Stream.concat(stages, duty).flatMap(Optional::stream).toList();
    }

    private static Set<String> fields(Collection<Template> ours, Predicate<Template> told) {
        return ours.stream()
                .filter(told)
                .flatMap(template -> template.fields().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> fault(String id, Map<String, AccountTemplate> account, Set<String> ours) {
        AccountTemplate theirs = account.get(id);
        if (theirs == null) {
            return Optional.of("the account has no template " + id);
        }
        Set<String> wanted = new TreeSet<>(theirs.fields());
        return wanted.equals(ours)
                ? Optional.empty()
                : Optional.of("template %s has the fields %s, we fill %s".formatted(id, wanted, ours));
    }
}
