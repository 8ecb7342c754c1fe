package io.quanmin.wechatsandbox.message;

import io.quanmin.wechatsandbox.base.AppKind;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.http.Answer;
import io.quanmin.wechatsandbox.http.Routes;
import io.quanmin.wechatsandbox.http.Verb;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The lists of templates of both accounts, against which outgoing data can be checked at start-up. */
public final class TemplateListApi {

    private final Templates templates;

    public TemplateListApi(Templates templates) {
        this.templates = templates;
    }

    public void register(Routes routes) {
        routes.guarded(Verb.GET, "/wxaapi/newtmpl/gettemplate", AppKind.MINI_PROGRAM, (app, call) -> ofMini());
        routes.guarded(
                Verb.GET,
                "/cgi-bin/template/get_all_private_template",
                AppKind.SERVICE_ACCOUNT,
                (app, call) -> ofService());
    }

    private Answer ofMini() {
        ObjectNode answer = Answer.okay();
        ArrayNode data = answer.putArray("data");
        templates.ofService(false).forEach(template -> addTo(data, template));
        return Answer.json(answer);
    }

    private static void addTo(ArrayNode data, Template template) {
        ObjectNode row = data.addObject()
                .put("priTmplId", template.id())
                .put("title", template.title())
                .put("content", template.content())
                .put("example", example(template))
                .put("type", template.kind().number());
        ArrayNode choices = row.putArray("keywordEnumValueList");
        template.fields().stream().filter(field -> !field.choices().isEmpty()).forEach(field -> {
            ObjectNode choice = choices.addObject().put("keywordCode", field.key() + ".DATA");
            field.choices().forEach(choice.putArray("enumValueList")::add);
        });
    }

    private Answer ofService() {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("template_list");
        for (Template template : templates.ofService(true)) {
            list.addObject()
                    .put("template_id", template.id())
                    .put("title", template.title())
                    .put("primary_industry", "")
                    .put("deputy_industry", "")
                    .put("content", template.content())
                    .put("example", example(template));
        }
        return Answer.json(answer);
    }

    private static String example(Template template) {
        return template.fields().stream().map(field -> field.label() + ":示例\n").collect(Collectors.joining());
    }
}
