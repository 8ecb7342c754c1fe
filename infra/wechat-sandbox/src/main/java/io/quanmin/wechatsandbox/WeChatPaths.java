package io.quanmin.wechatsandbox;

import io.quanmin.wechatsandbox.code.MiniCodeApi;
import io.quanmin.wechatsandbox.code.SceneCodeApi;
import io.quanmin.wechatsandbox.http.FrontDoor;
import io.quanmin.wechatsandbox.http.OpenApi;
import io.quanmin.wechatsandbox.http.Routes;
import io.quanmin.wechatsandbox.message.SubscribeApi;
import io.quanmin.wechatsandbox.message.TemplateApi;
import io.quanmin.wechatsandbox.message.TemplateListApi;
import io.quanmin.wechatsandbox.people.LoginApi;
import io.quanmin.wechatsandbox.people.SessionApi;
import io.quanmin.wechatsandbox.people.UserInfoApi;
import io.quanmin.wechatsandbox.screening.MediaCheckApi;
import io.quanmin.wechatsandbox.screening.TextCheckApi;
import io.quanmin.wechatsandbox.token.Credentials;
import io.quanmin.wechatsandbox.token.TokenApi;
import io.quanmin.wechatsandbox.world.World;

/** All paths of WeChat that are answered, over one world. */
final class WeChatPaths implements AutoCloseable {

    private final FrontDoor frontDoor;
    private final MediaCheckApi mediaChecks;

    WeChatPaths(World world) {
        Routes routes = new Routes(world.tokens(), world.quotas());
        Credentials credentials = new Credentials(world.apps());
        new TokenApi(world.tokens(), credentials, world.quotas(), world.clock()).register(routes);
        new OpenApi(world.apps(), routes, world.quotas(), world.calls(), world.clock()).register();
        registerPeople(world, routes, credentials);
        registerMessages(world, routes);
        new MiniCodeApi(world.releasedPages()).register(routes);
        new SceneCodeApi(world.sceneCodes()).register(routes);
        new TextCheckApi(
                        world.apps(),
                        world.users(),
                        world.visits(),
                        world.screening().words())
                .register(routes);
        this.mediaChecks = new MediaCheckApi(
                world.apps(), world.users(), world.visits(), world.screening().media(), world.pushes(), world.clock());
        mediaChecks.register(routes);
        this.frontDoor = new FrontDoor(routes, world.faults(), world.calls(), world.clock());
    }

    FrontDoor frontDoor() {
        return frontDoor;
    }

    @Override
    public void close() {
        mediaChecks.close();
    }

    private static void registerPeople(World world, Routes routes, Credentials credentials) {
        new LoginApi(world.logins(), world.sessionKeys(), world.users(), credentials, world.quotas(), world.clock())
                .register(routes);
        new SessionApi(world.sessionKeys(), world.users()).register(routes);
        new UserInfoApi(world.users(), world.follows()).register(routes);
    }

    private static void registerMessages(World world, Routes routes) {
        new SubscribeApi(
                        world.users(),
                        world.templates(),
                        world.ledger(),
                        world.sending(),
                        world.outbox(),
                        world.pushes(),
                        world.clock(),
                        world.dice())
                .register(routes);
        new TemplateApi(
                        world.users(),
                        world.follows(),
                        world.templates(),
                        world.sending(),
                        world.outbox(),
                        world.pushes(),
                        world.clock(),
                        world.dice())
                .register(routes);
        new TemplateListApi(world.templates()).register(routes);
    }
}
