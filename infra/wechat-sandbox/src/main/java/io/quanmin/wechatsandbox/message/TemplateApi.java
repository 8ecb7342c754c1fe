package io.quanmin.wechatsandbox.message;

import io.quanmin.wechatsandbox.base.AppKind;
import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Dice;
import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.base.SandboxClock;
import io.quanmin.wechatsandbox.http.Answer;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.http.Routes;
import io.quanmin.wechatsandbox.http.Verb;
import io.quanmin.wechatsandbox.people.Follows;
import io.quanmin.wechatsandbox.people.Person;
import io.quanmin.wechatsandbox.people.Population;
import io.quanmin.wechatsandbox.people.Users;
import io.quanmin.wechatsandbox.push.Event;
import io.quanmin.wechatsandbox.push.Pushes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/** {@code POST /cgi-bin/message/template/send}: a template message of the service account to a follower. */
public final class TemplateApi {

    private final SentOnce sentOnce;
    private final Users users;
    private final Follows follows;
    private final Messages messages;
    private final Pushes pushes;
    private final SandboxClock clock;
    private final Dice dice;

    public TemplateApi(Ground ground, Population people, Messages messages, Pushes pushes) {
        this.users = people.users();
        this.follows = people.follows();
        this.messages = messages;
        this.pushes = pushes;
        this.clock = ground.clock();
        this.dice = ground.dice();
        this.sentOnce = new SentOnce(clock);
    }

    public void register(Routes routes) {
        routes.guarded(Verb.POST, "/cgi-bin/message/template/send", AppKind.SERVICE_ACCOUNT, this::send);
    }

    private Answer send(AppSettings app, Call call) {
        JsonNode body = call.json();
        Person person = users.byOpenid(app.appid(), Json.text(body, "touser"));
        Template template = messages.templates().require(Json.text(body, "template_id"), true);
        if (!follows.follows(person.id())) {
            throw new Refusal(43004, "require subscribe");
        }
        SequencedMap<Field, String> values = MessageData.read(template, body.get("data"));
        String clientMsgId = Objects.requireNonNullElse(Json.text(body, "client_msg_id"), "");
        long msgId = sentOnce.orElse(
                person.id(), clientMsgId, () -> dispatch(app, person, template, values, body, clientMsgId));
        return Answer.json(Answer.okay().put("msgid", msgId));
    }

    private long dispatch(
            AppSettings app,
            Person person,
            Template template,
            SequencedMap<Field, String> values,
            JsonNode body,
            String clientMsgId) {
        long msgId = dice.messageId();
        Sending.Outcome outcome = person.blocksService()
                ? Sending.Outcome.USER_BLOCK
                : messages.sending().templateOutcome();
        if (outcome == Sending.Outcome.SUCCESS) {
            messages.outbox()
                    .add(Delivery.of(
                            template, msgId, clock.now(), person.id(), app.appid(), values, target(body), clientMsgId));
        }
        tellLater(app, person, msgId, outcome);
        return msgId;
    }

    private void tellLater(AppSettings app, Person person, long msgId, Sending.Outcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("MsgID", msgId);
        fields.put("Status", outcome.text());
        Event event = Event.of(app.appid(), users.openid(person.id(), app.appid()), "TEMPLATESENDJOBFINISH", fields);
        clock.after(messages.sending().eventDelay(), () -> pushes.push(event));
    }

    /** Where both are given the mini-program wins. */
    private static String target(JsonNode body) {
        JsonNode mini = body.path("miniprogram");
        String path = mini.isObject() ? Json.text(mini, "pagepath") : null;
        return Objects.requireNonNullElse(path == null ? Json.text(body, "url") : path, "");
    }
}
