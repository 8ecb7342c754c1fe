package io.quanmin.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.Contact;
import io.quanmin.kernel.Id;
import io.quanmin.notice.Notice.Urgency;
import io.quanmin.notification.MessageDue;
import io.quanmin.notification.Preferences;
import io.quanmin.notification.Template;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WayTests {

    private static final Id PERSON = Id.parse("990100-0192f0c1a2b37c4d8e9f0a1b2c3d4e5f");
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Template CITIZENS =
            new Template("case.accepted", "", "", Template.Stage.ACCEPTED, false, false, Map.of());
    private static final Template OFFICIALS = new Template("case.dispatched", "", "", null, true, false, Map.of());
    private static final Preferences NIGHT = new Preferences(true, LocalTime.of(22, 0), LocalTime.of(7, 0), Set.of());

    @Test
    void aCitizenIsToldBySubscribeMessageAndAnOfficialByTemplateMessage() {
        Contact both = new Contact(PERSON, "mini", "service", true);
        assertThat(way(CITIZENS, both, Preferences.USUAL, Urgency.NORMAL))
                .isEqualTo(new Way.Subscribe("mini", Template.Stage.ACCEPTED));
        assertThat(way(OFFICIALS, both, Preferences.USUAL, Urgency.NORMAL)).isEqualTo(new Way.Service("service"));
    }

    @Test
    void anOfficialWhoIsNotLinkedOrNoLongerFollowsIsShownAsSuch() {
        assertThat(way(OFFICIALS, new Contact(PERSON, "mini", null, false), Preferences.USUAL, Urgency.URGENT))
                .isEqualTo(new Way.Unreachable(MessageState.NOT_LINKED));
        assertThat(way(OFFICIALS, new Contact(PERSON, "mini", "service", false), Preferences.USUAL, Urgency.URGENT))
                .isEqualTo(new Way.Unreachable(MessageState.UNFOLLOWED));
    }

    @Test
    void inQuietHoursWhatIsNotUrgentWaits() {
        Contact both = new Contact(PERSON, "mini", "service", true);
        assertThat(way(CITIZENS, both, NIGHT, Urgency.NORMAL))
                .isEqualTo(new Way.Later(Instant.parse("2026-11-23T23:00:00Z")));
        assertThat(way(OFFICIALS, both, NIGHT, Urgency.URGENT)).isEqualTo(new Way.Service("service"));
    }

    @Test
    void whatIsNotWantedOrNoLongerNewsIsNotBrought() {
        Contact both = new Contact(PERSON, "mini", "service", true);
        Preferences never = new Preferences(false, null, null, Set.of());
        Preferences notThis = new Preferences(true, null, null, Set.of("case.accepted"));
        assertThat(way(CITIZENS, both, never, Urgency.URGENT)).isEqualTo(new Way.None());
        assertThat(way(CITIZENS, both, notThis, Urgency.NORMAL)).isEqualTo(new Way.None());
        MessageDue old = due(CITIZENS, Urgency.URGENT, NOW.minusSeconds(90_000));
        assertThat(Way.of(old, CITIZENS, both, Preferences.USUAL, now())).isEqualTo(new Way.None());
    }

    @Test
    void whoNeverCameThroughTheMiniProgramGetsNoSubscribeMessage() {
        assertThat(way(CITIZENS, new Contact(PERSON, null, null, false), Preferences.USUAL, Urgency.NORMAL))
                .isEqualTo(new Way.None());
    }

    private static Way way(Template template, Contact contact, Preferences wishes, Urgency urgency) {
        return Way.of(due(template, urgency, NOW), template, contact, wishes, now());
    }

    private static MessageDue due(Template template, Urgency urgency, Instant at) {
        return new MessageDue(PERSON, PERSON, template.key(), Map.of(), "", urgency, at);
    }

    private static Way.Now now() {
        return new Way.Now(NOW, NOW.minusSeconds(86_400), ZoneId.of("Asia/Shanghai"));
    }
}
