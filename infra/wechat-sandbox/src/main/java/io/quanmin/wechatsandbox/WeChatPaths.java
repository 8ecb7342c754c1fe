package io.quanmin.wechatsandbox;

import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.code.MiniCodeApi;
import io.quanmin.wechatsandbox.code.SceneCodeApi;
import io.quanmin.wechatsandbox.http.FrontDoor;
import io.quanmin.wechatsandbox.http.OpenApi;
import io.quanmin.wechatsandbox.http.Quotas;
import io.quanmin.wechatsandbox.http.Routes;
import io.quanmin.wechatsandbox.http.Traffic;
import io.quanmin.wechatsandbox.message.Messages;
import io.quanmin.wechatsandbox.message.SubscribeApi;
import io.quanmin.wechatsandbox.message.TemplateApi;
import io.quanmin.wechatsandbox.message.TemplateListApi;
import io.quanmin.wechatsandbox.people.LoginApi;
import io.quanmin.wechatsandbox.people.SessionApi;
import io.quanmin.wechatsandbox.people.UserInfoApi;
import io.quanmin.wechatsandbox.screening.MediaCheckApi;
import io.quanmin.wechatsandbox.screening.Screening;
import io.quanmin.wechatsandbox.screening.TextCheckApi;
import io.quanmin.wechatsandbox.token.Credentials;
import io.quanmin.wechatsandbox.token.TokenApi;
import io.quanmin.wechatsandbox.world.World;

/** All paths of WeChat that are answered, over one world. */
final class WeChatPaths implements AutoCloseable {

    private final FrontDoor frontDoor;
    private final MediaCheckApi mediaChecks;

    WeChatPaths(World world) {
        Traffic traffic = world.traffic();
        Routes routes = new Routes(world.tokens(), traffic.quotas());
        registerAccounts(world, routes);
        registerMessages(world, routes);
        new MiniCodeApi(world.codes().releasedPages()).register(routes);
        new SceneCodeApi(world.codes().sceneCodes()).register(routes);
        Screening screening = world.screening();
        new TextCheckApi(world.ground(), world.people(), screening.words()).register(routes);
        this.mediaChecks = new MediaCheckApi(world.ground(), world.people(), screening.media(), world.pushes());
        mediaChecks.register(routes);
        this.frontDoor = new FrontDoor(routes, traffic, world.ground().clock());
    }

    FrontDoor frontDoor() {
        return frontDoor;
    }

    @Override
    public void close() {
        mediaChecks.close();
    }

    private static void registerAccounts(World world, Routes routes) {
        Ground ground = world.ground();
        Credentials credentials = new Credentials(ground.apps());
        Quotas quotas = world.traffic().quotas();
        new TokenApi(world.tokens(), credentials, quotas, ground.clock()).register(routes);
        new OpenApi(ground, routes, world.traffic()).register();
        new LoginApi(ground, world.people(), credentials, quotas).register(routes);
        new SessionApi(world.people()).register(routes);
        new UserInfoApi(world.people()).register(routes);
    }

    private static void registerMessages(World world, Routes routes) {
        Ground ground = world.ground();
        Messages messages = world.messages();
        new SubscribeApi(ground, world.people().users(), messages, world.pushes()).register(routes);
        new TemplateApi(ground, world.people(), messages, world.pushes()).register(routes);
        new TemplateListApi(messages.templates()).register(routes);
    }
}
