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
import io.quanmin.wechatsandbox.people.Person;
import io.quanmin.wechatsandbox.people.Users;
import io.quanmin.wechatsandbox.push.Event;
import io.quanmin.wechatsandbox.push.Pushes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** {@code POST /cgi-bin/message/subscribe/send}: a subscription message of the mini-program. */
public final class SubscribeApi {

    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
    private final Users users;
    private final Messages messages;
    private final Pushes pushes;
    private final SandboxClock clock;
    private final Dice dice;

    public SubscribeApi(Ground ground, Users users, Messages messages, Pushes pushes) {
        this.users = users;
        this.messages = messages;
        this.pushes = pushes;
        this.clock = ground.clock();
        this.dice = ground.dice();
    }

    public void register(Routes routes) {
        routes.guarded(Verb.POST, "/cgi-bin/message/subscribe/send", AppKind.MINI_PROGRAM, this::send);
    }

    private Answer send(AppSettings app, Call call) {
        JsonNode body = call.json();
        Person person = users.byOpenid(app.appid(), Json.text(body, "touser"));
        Template template = messages.templates().require(Json.text(body, "template_id"), false);
        SequencedMap<Field, String> values = MessageData.read(template, body.get("data"));
        if (messages.templates().isBanned(template.id())) {
            throw new Refusal(43107, "the ability to send subscribe message is banned");
        }
        messages.sending().requireHarmless(values);
        long msgId = alone(person, template);
        String page = Objects.requireNonNullElse(Json.text(body, "page"), "");
        messages.outbox().add(Delivery.of(template, msgId, clock.now(), person.id(), app.appid(), values, page, ""));
        tellLater(app, person, template, msgId);
        return Answer.json(Answer.okay().put("msgid", msgId));
    }

    /** Only one send to a user at a time; what it takes in truth is waited here. */
    private long alone(Person person, Template template) {
        if (!inFlight.add(person.id())) {
            throw new Refusal(43108, "concurrent sends to the same user");
        }
        try {
            Thread.sleep(messages.sending().processing());
            spend(person, template);
            return dice.messageId();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new Refusal(-1, "system error");
        } finally {
            inFlight.remove(person.id());
        }
    }

    private void spend(Person person, Template template) {
        if (!person.messagesOn()) {
            throw Refusal.notPermitted();
        }
        messages.ledger().spend(person.id(), template.id());
    }

    private void tellLater(AppSettings app, Person person, Template template, long msgId) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("TemplateId", template.id());
        row.put("MsgID", String.valueOf(msgId));
        row.put("ErrorCode", "0");
        row.put("ErrorStatus", "success");
        Event event = Event.listing(
                app.appid(),
                users.openid(person.id(), app.appid()),
                "subscribe_msg_sent_event",
                "SubscribeMsgSentEvent",
                List.of(row));
        clock.after(messages.sending().eventDelay(), () -> pushes.push(event));
    }
}
