package io.quanmin.notification.message;

import io.quanmin.identity.Contact;
import io.quanmin.notice.Notice.Urgency;
import io.quanmin.notification.MessageDue;
import io.quanmin.notification.Preferences;
import io.quanmin.notification.Template;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The way by which WeChat brings a person their news now, if at all. */
sealed interface Way {

    /** By a subscribe message to a citizen. */
    record Subscribe(String openid, Template.Stage stage) implements Way {}

    /** By a template message of the service account to an official. */
    record Service(String openid) implements Way {}

    /** An official the service account cannot reach: shown as such. */
    record Unreachable(MessageState why) implements Way {}

    /** Not before the person's quiet hours end. */
    record Later(Instant at) implements Way {}

    /** Not by WeChat: it is not wanted, or no longer news. */
    record None() implements Way {}

    /**
     * Decides from what is known.
     *
     */
    static Way of(MessageDue news, Template template, Contact contact, Preferences wishes, Now now) {
        if (news.at().isBefore(now.freshFrom()) || !wishes.allow(news.template())) {
            return new None();
        }
        Optional<Instant> quietUntil = wishes.quietUntil(now.instant(), now.zone());
        if (quietUntil.isPresent() && news.urgency() != Urgency.URGENT) {
            return new Later(quietUntil.get());
        }
        return template.service() ? toOfficial(contact) : toCitizen(contact, template);
    }

    private static Way toOfficial(Contact contact) {
        if (contact.serviceOpenid() == null) {
            return new Unreachable(MessageState.NOT_LINKED);
        }
        return contact.following() ? new Service(contact.serviceOpenid()) : new Unreachable(MessageState.UNFOLLOWED);
    }

    private static Way toCitizen(Contact contact, Template template) {
        return contact.openid() == null || template.stage() == null
                ? new None()
                : new Subscribe(contact.openid(), template.stage());
    }

    /** The moment at which it is decided, on the city's wall clock. */
    record Now(Instant instant, Instant freshFrom, ZoneId zone) {}
}
