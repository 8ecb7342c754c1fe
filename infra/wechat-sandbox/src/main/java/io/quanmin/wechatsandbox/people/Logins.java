package io.quanmin.wechatsandbox.people;

import io.quanmin.wechatsandbox.base.Apps;
import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.base.Refusal;

/** What {@code wx.login} and the phone button hand to the client, and what becomes of it on the server. */
public final class Logins {

    private final OneTimeCodes loginCodes;
    private final OneTimeCodes phoneCodes;
    private final Users users;
    private final Apps apps;
    private final Visits visits;

    public Logins(Ground ground, Users users, Visits visits) {
        this.apps = ground.apps();
        this.users = users;
        this.visits = visits;
        this.loginCodes = new OneTimeCodes(ground, 32);
        this.phoneCodes = new OneTimeCodes(ground, 64);
    }

    /** A fresh js_code, as wx.login gives; being there to ask for it is a visit. */
    public String loginCode(String userId, String appid) {
        visits.visit(userId);
        return loginCodes.mint(apps.get(appid).appid(), users.get(userId).id());
    }

    /** A fresh code of the phone number button, not the one of wx.login. */
    public String phoneCode(String userId, String appid) {
        visits.visit(userId);
        return phoneCodes.mint(apps.get(appid).appid(), users.get(userId).id());
    }

    Person login(String code, String appid) {
        OneTimeCodes.Outcome outcome = loginCodes.use(code, appid);
        String userId = outcome.userId();
        if (userId == null) {
            throw outcome.verdict() == OneTimeCodes.Verdict.USED
                    ? new Refusal(40163, "code been used")
                    : new Refusal(40029, "invalid code");
        }
        Person person = users.get(userId);
        if (person.risky()) {
            throw new Refusal(40226, "code blocked");
        }
        visits.visit(userId);
        return person;
    }

    Person phoneOwner(String code, String appid) {
        OneTimeCodes.Outcome outcome = phoneCodes.use(code, appid);
        String userId = outcome.userId();
        if (userId == null) {
            throw outcome.verdict() == OneTimeCodes.Verdict.FOREIGN
                    ? new Refusal(40013, "invalid appid")
                    : new Refusal(40029, "invalid code");
        }
        return users.get(userId);
    }
}
