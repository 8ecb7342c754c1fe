package io.quanmin.wechatsandbox.world;

import io.quanmin.wechatsandbox.base.Apps;
import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.base.SandboxClock;
import io.quanmin.wechatsandbox.code.SceneCode;
import io.quanmin.wechatsandbox.code.SceneCodes;
import io.quanmin.wechatsandbox.message.Subscriptions;
import io.quanmin.wechatsandbox.people.Follow;
import io.quanmin.wechatsandbox.people.Follows;
import io.quanmin.wechatsandbox.people.OpenData;
import io.quanmin.wechatsandbox.people.Population;
import io.quanmin.wechatsandbox.people.Users;
import io.quanmin.wechatsandbox.push.Event;
import io.quanmin.wechatsandbox.push.Pushes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a user does with a phone in the hand. */
public final class Act {

    private final Apps apps;
    private final Population people;
    private final Users users;
    private final Follows follows;
    private final OpenData openData;
    private final SceneCodes codes;
    private final Subscriptions subscriptions;
    private final Pushes pushes;
    private final SandboxClock clock;

    public Act(Ground ground, Population people, Subscriptions subscriptions, SceneCodes codes, Pushes pushes) {
        this.apps = ground.apps();
        this.clock = ground.clock();
        this.people = people;
        this.users = people.users();
        this.follows = people.follows();
        this.openData = new OpenData(ground, people.sessionKeys());
        this.subscriptions = subscriptions;
        this.codes = codes;
        this.pushes = pushes;
    }

    /** Opens the mini-program: content of this user can be checked for two hours. */
    public void visit(String userId) {
        people.visits().visit(users.get(userId).id());
    }

    /** What wx.login gives to the mini-program: good once, for five minutes. */
    public String loginCode(String userId) {
        return loginCode(userId, apps.mini().appid());
    }

    /** A code for the mini-program with this appid, for trying what another one's code does. */
    public String loginCode(String userId, String appid) {
        return people.logins().loginCode(userId, appid);
    }

    /** What the phone number button gives: good once, for five minutes, and no login code. */
    public String phoneCode(String userId) {
        return people.logins().phoneCode(userId, apps.mini().appid());
    }

    /** Replaces the session key behind the server's back, and returns the new one. */
    public String rotateSessionKey(String userId) {
        return people.sessionKeys().rotate(users.openid(userId, apps.mini().appid()));
    }

    /** Lets the client read {@code data} with the session key of now; it must have logged in before. */
    public OpenData.Sealed openData(String userId, Map<String, ?> data) {
        String appid = apps.mini().appid();
        return openData.seal(appid, users.openid(userId, appid), data);
    }

    /** Taps "allow" on each of these, once. Throws {@link IllegalStateException} when WeChat does not let it. */
    public void acceptSubscription(String userId, String... templateIds) {
        answerAll(userId, "accept", templateIds);
    }

    /** Taps "refuse" on each of these. Throws {@link IllegalStateException} when WeChat does not even ask. */
    public void rejectSubscription(String userId, String... templateIds) {
        answerAll(userId, "reject", templateIds);
    }

    /** Answers the popup of wx.requestSubscribeMessage item by item; returns what the client gets. */
    public Map<String, String> answerSubscription(String userId, Map<String, String> answers) {
        return subscriptions.answer(userId, answers);
    }

    /** Switches a template off in the list of service notices: what was permitted is gone. */
    public void switchOff(String userId, String templateId) {
        subscriptions.switchOff(userId, templateId);
    }

    /** Follows the service account, found by searching. */
    public void follow(String userId) {
        begin(userId, null);
    }

    public void unfollow(String userId) {
        follows.end(users.get(userId).id());
        tell(userId, "unsubscribe", Map.of("EventKey", ""));
    }

    /**
     * Scans a parametric code of the service account, known by ticket, address or what it carries; who does not follow yet does
     * then. Throws {@link NoSuchElementException} when it is unknown or expired.
     */
    public void scanServiceCode(String userId, String text) {
        SceneCode code = codes.find(text).orElseThrow(() -> new NoSuchElementException("二维码不存在或已过期"));
        if (follows.follows(userId)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("EventKey", code.text());
            fields.put("Ticket", code.ticket());
            tell(userId, "SCAN", fields);
        } else {
            begin(userId, code);
        }
    }

    private void answerAll(String userId, String answer, String... templateIds) {
        Map<String, String> answers = new LinkedHashMap<>();
        List.of(templateIds).forEach(id -> answers.put(id, answer));
        Map<String, String> results = subscriptions.answer(userId, answers);
        if (!results.equals(answers)) {
            throw new IllegalStateException("The popup ended with " + results);
        }
    }

    private void begin(String userId, @Nullable SceneCode code) {
        Follow follow = code == null
                ? new Follow(users.get(userId).id(), clock.now(), "ADD_SCENE_SEARCH", 0, "")
                : new Follow(userId, clock.now(), "ADD_SCENE_QR_CODE", code.id(), code.sceneText());
        follows.begin(follow);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "EventKey",
                Optional.ofNullable(code).map(it -> "qrscene_" + it.text()).orElse(""));
        if (code != null) {
            fields.put("Ticket", code.ticket());
        }
        tell(userId, "subscribe", fields);
    }

    private void tell(String userId, String event, Map<String, Object> fields) {
        String appid = apps.service().appid();
        pushes.push(Event.of(appid, users.openid(userId, appid), event, fields));
    }
}
