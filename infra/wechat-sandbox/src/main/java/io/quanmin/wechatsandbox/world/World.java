package io.quanmin.wechatsandbox.world;

import io.quanmin.wechatsandbox.base.Apps;
import io.quanmin.wechatsandbox.base.Dice;
import io.quanmin.wechatsandbox.base.SandboxClock;
import io.quanmin.wechatsandbox.code.ReleasedPages;
import io.quanmin.wechatsandbox.code.SceneCodes;
import io.quanmin.wechatsandbox.http.CallLog;
import io.quanmin.wechatsandbox.http.Faults;
import io.quanmin.wechatsandbox.http.Quotas;
import io.quanmin.wechatsandbox.message.Ledger;
import io.quanmin.wechatsandbox.message.Outbox;
import io.quanmin.wechatsandbox.message.Sending;
import io.quanmin.wechatsandbox.message.Subscriptions;
import io.quanmin.wechatsandbox.message.Templates;
import io.quanmin.wechatsandbox.people.Follows;
import io.quanmin.wechatsandbox.people.Logins;
import io.quanmin.wechatsandbox.people.OpenPlatform;
import io.quanmin.wechatsandbox.people.SessionKeys;
import io.quanmin.wechatsandbox.people.Users;
import io.quanmin.wechatsandbox.people.Visits;
import io.quanmin.wechatsandbox.push.Pushes;
import io.quanmin.wechatsandbox.screening.Screening;
import io.quanmin.wechatsandbox.token.AccessTokens;

/** Everything a stand-in remembers, wired together. */
public record World(
        SandboxClock clock,
        Dice dice,
        Apps apps,
        OpenPlatform openPlatform,
        Users users,
        Visits visits,
        Follows follows,
        SessionKeys sessionKeys,
        Logins logins,
        AccessTokens tokens,
        Quotas quotas,
        Faults faults,
        CallLog calls,
        Pushes pushes,
        Templates templates,
        Ledger ledger,
        Sending sending,
        Outbox outbox,
        Subscriptions subscriptions,
        Screening screening,
        SceneCodes sceneCodes,
        ReleasedPages releasedPages,
        Act act)
        implements AutoCloseable {

    /** Stops what runs by itself: the clock and the pushes. */
    @Override
    public void close() {
        pushes.close();
        clock.close();
    }
}
