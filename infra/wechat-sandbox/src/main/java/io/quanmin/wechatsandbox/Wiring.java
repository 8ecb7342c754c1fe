package io.quanmin.wechatsandbox;

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
import io.quanmin.wechatsandbox.people.OpenData;
import io.quanmin.wechatsandbox.people.OpenPlatform;
import io.quanmin.wechatsandbox.people.SessionKeys;
import io.quanmin.wechatsandbox.people.Users;
import io.quanmin.wechatsandbox.people.Visits;
import io.quanmin.wechatsandbox.push.Pushes;
import io.quanmin.wechatsandbox.screening.Screening;
import io.quanmin.wechatsandbox.token.AccessTokens;
import io.quanmin.wechatsandbox.world.Act;
import io.quanmin.wechatsandbox.world.World;

/** Puts a world together from settings. */
final class Wiring {

    private Wiring() {}

    static World world(SandboxSettings settings) {
        SandboxClock clock = new SandboxClock();
        Dice dice = new Dice(settings.seed());
        Apps apps = new Apps(settings.mini(), settings.service());
        OpenPlatform openPlatform = new OpenPlatform(apps, clock);
        Users users = new Users(apps, openPlatform);
        Visits visits = new Visits(clock);
        Follows follows = new Follows();
        SessionKeys sessionKeys = new SessionKeys(clock, dice);
        Logins logins = new Logins(apps, users, visits, clock, dice);
        Pushes pushes = new Pushes(apps, clock, dice, settings.pushTiming());
        Templates templates = new Templates(settings.templates());
        Ledger ledger = new Ledger();
        Subscriptions subscriptions = new Subscriptions(apps, users, templates, ledger, pushes);
        SceneCodes sceneCodes = new SceneCodes(clock, dice);
        return new World(
                clock,
                dice,
                apps,
                openPlatform,
                users,
                visits,
                follows,
                sessionKeys,
                logins,
                new AccessTokens(apps, clock, dice),
                new Quotas(clock),
                new Faults(dice),
                new CallLog(),
                pushes,
                templates,
                ledger,
                new Sending(),
                new Outbox(),
                subscriptions,
                new Screening(),
                sceneCodes,
                new ReleasedPages(),
                new Act(
                        apps,
                        users,
                        logins,
                        sessionKeys,
                        visits,
                        follows,
                        new OpenData(sessionKeys, clock, dice),
                        sceneCodes,
                        subscriptions,
                        pushes,
                        clock));
    }
}
