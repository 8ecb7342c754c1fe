package io.quanmin.wechatsandbox.people;

import io.quanmin.wechatsandbox.base.Ground;

/** All that is known about people. */
public record Population(
        OpenPlatform openPlatform,
        Users users,
        Visits visits,
        Follows follows,
        SessionKeys sessionKeys,
        Logins logins) {

    public static Population of(Ground ground) {
        OpenPlatform openPlatform = new OpenPlatform(ground.apps(), ground.clock());
        Users users = new Users(ground.apps(), openPlatform);
        Visits visits = new Visits(ground.clock());
        SessionKeys sessionKeys = new SessionKeys(ground.clock(), ground.dice());
        Logins logins = new Logins(ground, users, visits);
        return new Population(openPlatform, users, visits, new Follows(), sessionKeys, logins);
    }
}
