package io.quanmin.wechatsandbox.message;

import io.quanmin.wechatsandbox.base.Apps;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.people.Users;
import io.quanmin.wechatsandbox.push.Event;
import io.quanmin.wechatsandbox.push.Pushes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The popup of wx.requestSubscribeMessage and the list of service notices, as the user answers them. */
public final class Subscriptions {

    private static final int MOST = 5;

    private final Apps apps;
    private final Users users;
    private final Templates templates;
    private final Ledger ledger;
    private final Pushes pushes;

    public Subscriptions(Apps apps, Users users, Templates templates, Ledger ledger, Pushes pushes) {
        this.apps = apps;
        this.users = users;
        this.templates = templates;
        this.ledger = ledger;
        this.pushes = pushes;
    }

    /**
     * Returns accept, reject, ban or filter for each template, as the client gets it; the popup event follows. Refuses as the
     * client API does: 20001 unknown template, 20002 kinds mixed, 20003 more than five, 20004 the user's main switch is off.
     */
    public Map<String, String> answer(String userId, Map<String, String> answers) {
        List<Template> asked = asked(userId, answers);
        Map<String, String> results = new LinkedHashMap<>();
        for (Template template : asked) {
            results.put(template.id(), result(template, asked, answers.getOrDefault(template.id(), "reject")));
        }
        asked.stream()
                .filter(template -> "accept".equals(results.get(template.id())))
                .forEach(template -> ledger.accept(userId, template));
        tellPopup(userId, results);
        return results;
    }

    /** The user switches a template off: what was permitted is gone, and the account is told. */
    public void switchOff(String userId, String templateId) {
        ledger.revoke(users.get(userId).id(), templateId);
        tell(userId, "subscribe_msg_change_event", "SubscribeMsgChangeEvent", List.of(row(templateId, "reject")));
    }

    private List<Template> asked(String userId, Map<String, String> answers) {
        if (answers.size() > MOST) {
            throw new Refusal(20003, "templateIds count out of max bounds");
        }
        List<Template> asked = templates.ofService(false).stream()
                .filter(template -> answers.containsKey(template.id()))
                .toList();
        if (asked.size() < answers.size()) {
            throw new Refusal(20001, "No template data return, verify the template id exist");
        }
        if (asked.stream().map(Template::kind).distinct().count() > 1) {
            throw new Refusal(20002, "Templates type must be same");
        }
        if (!users.get(userId).messagesOn()) {
            throw new Refusal(20004, "The main switch is switched off");
        }
        return asked;
    }

    /** Of two templates with the same title the later is filtered. */
    private String result(Template template, List<Template> asked, String wish) {
        Template first = asked.stream()
                .filter(other -> other.title().equals(template.title()))
                .findFirst()
                .orElse(template);
        if (!first.equals(template)) {
            return "filter";
        }
        return templates.isBanned(template.id()) ? "ban" : wish;
    }

    private void tellPopup(String userId, Map<String, String> results) {
        List<Map<String, Object>> rows = new ArrayList<>();
        results.forEach((templateId, result) -> {
            if (result.equals("accept") || result.equals("reject")) {
                Map<String, Object> row = row(templateId, result);
                row.put("PopupScene", "0");
                rows.add(row);
            }
        });
        if (!rows.isEmpty()) {
            tell(userId, "subscribe_msg_popup_event", "SubscribeMsgPopupEvent", rows);
        }
    }

    private static Map<String, Object> row(String templateId, String status) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("TemplateId", templateId);
        row.put("SubscribeStatusString", status);
        return row;
    }

    private void tell(String userId, String event, String xmlName, List<Map<String, Object>> rows) {
        String appid = apps.mini().appid();
        pushes.push(Event.listing(appid, users.openid(userId, appid), event, xmlName, rows));
    }
}
