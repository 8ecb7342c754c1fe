package io.quanmin.wechatsandbox;

import io.quanmin.wechatsandbox.base.Apps;
import io.quanmin.wechatsandbox.base.Rids;
import io.quanmin.wechatsandbox.base.SandboxClock;
import io.quanmin.wechatsandbox.code.ReleasedPages;
import io.quanmin.wechatsandbox.control.ControlApi;
import io.quanmin.wechatsandbox.http.CallLog;
import io.quanmin.wechatsandbox.http.Faults;
import io.quanmin.wechatsandbox.http.Quotas;
import io.quanmin.wechatsandbox.http.Reception;
import io.quanmin.wechatsandbox.http.SandboxServer;
import io.quanmin.wechatsandbox.message.Ledger;
import io.quanmin.wechatsandbox.message.Outbox;
import io.quanmin.wechatsandbox.message.Sending;
import io.quanmin.wechatsandbox.message.Templates;
import io.quanmin.wechatsandbox.people.Follows;
import io.quanmin.wechatsandbox.people.OpenPlatform;
import io.quanmin.wechatsandbox.people.SessionKeys;
import io.quanmin.wechatsandbox.people.Users;
import io.quanmin.wechatsandbox.people.Visits;
import io.quanmin.wechatsandbox.push.Pushes;
import io.quanmin.wechatsandbox.screening.Screening;
import io.quanmin.wechatsandbox.token.AccessTokens;
import io.quanmin.wechatsandbox.world.Act;
import io.quanmin.wechatsandbox.world.Keeper;
import io.quanmin.wechatsandbox.world.World;
import java.util.Optional;

/**
 * A running stand-in for WeChat's servers. A backend needs to know nothing of it but {@link #baseUrl()} and the keys; a test holds
 * this object to act as users do, to look at what they received, to move the clock and to break things.
 */
public final class WeChatSandbox implements AutoCloseable {

    private final World world;
    private final Optional<Keeper> keeper;
    private final WeChatPaths paths;
    private final SandboxServer server;

    private WeChatSandbox(World world, Optional<Keeper> keeper, WeChatPaths paths, SandboxServer server) {
        this.world = world;
        this.keeper = keeper;
        this.paths = paths;
        this.server = server;
    }

    /** Returns when it answers. Throws {@link IllegalStateException} when the port is taken or the data folder unusable. */
    public static WeChatSandbox start(SandboxSettings settings) {
        World world = settings.world();
        WeChatPaths paths = new WeChatPaths(world);
        Optional<Keeper> keeper = Optional.empty();
        try {
            keeper = Optional.ofNullable(settings.dataFolder()).map(folder -> Keeper.start(world, folder));
            return new WeChatSandbox(world, keeper, paths, server(settings, world, paths));
        } catch (RuntimeException failed) {
            stop(world, keeper, paths);
            throw failed;
        }
    }

    public int port() {
        return server.port();
    }

    /** What stands in for {@code https://api.weixin.qq.com}, without a slash at its end. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    public Apps apps() {
        return world.ground().apps();
    }

    public SandboxClock clock() {
        return world.ground().clock();
    }

    public Users users() {
        return world.people().users();
    }

    public OpenPlatform openPlatform() {
        return world.people().openPlatform();
    }

    public Act act() {
        return world.act();
    }

    public Visits visits() {
        return world.people().visits();
    }

    public Follows follows() {
        return world.people().follows();
    }

    public SessionKeys sessionKeys() {
        return world.people().sessionKeys();
    }

    public AccessTokens tokens() {
        return world.tokens();
    }

    public Quotas quotas() {
        return world.traffic().quotas();
    }

    public Faults faults() {
        return world.traffic().faults();
    }

    public CallLog calls() {
        return world.traffic().calls();
    }

    public Pushes pushes() {
        return world.pushes();
    }

    public Templates templates() {
        return world.messages().templates();
    }

    public Ledger ledger() {
        return world.messages().ledger();
    }

    public Sending sending() {
        return world.messages().sending();
    }

    public Outbox outbox() {
        return world.messages().outbox();
    }

    public Screening screening() {
        return world.screening();
    }

    public ReleasedPages releasedPages() {
        return world.codes().releasedPages();
    }

    @Override
    public void close() {
        server.close();
        stop(world, keeper, paths);
    }

    private static SandboxServer server(SandboxSettings settings, World world, WeChatPaths paths) {
        Reception reception = new Reception(paths.frontDoor()::answer, new ControlApi(world)::answer);
        return new SandboxServer(
                settings.host(),
                settings.port(),
                new Rids(world.ground().clock(), world.ground().dice()),
                reception);
    }

    private static void stop(World world, Optional<Keeper> keeper, WeChatPaths paths) {
        paths.close();
        world.close();
        keeper.ifPresent(Keeper::close);
    }
}
