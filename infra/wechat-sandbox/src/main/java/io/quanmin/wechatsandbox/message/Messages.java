package io.quanmin.wechatsandbox.message;

import io.quanmin.wechatsandbox.base.Apps;
import io.quanmin.wechatsandbox.people.Users;
import io.quanmin.wechatsandbox.push.Pushes;
import java.util.List;

/** All that is known about messages. */
public record Messages(
        Templates templates, Ledger ledger, Sending sending, Outbox outbox, Subscriptions subscriptions) {

    public static Messages of(List<Template> inUse, Apps apps, Users users, Pushes pushes) {
        Templates templates = new Templates(inUse);
        Ledger ledger = new Ledger();
        Subscriptions subscriptions = new Subscriptions(apps, users, templates, ledger, pushes);
        return new Messages(templates, ledger, new Sending(), new Outbox(), subscriptions);
    }
}
