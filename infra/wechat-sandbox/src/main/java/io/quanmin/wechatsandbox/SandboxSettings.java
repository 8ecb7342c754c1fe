package io.quanmin.wechatsandbox;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.message.DefaultTemplates;
import io.quanmin.wechatsandbox.message.Template;
import io.quanmin.wechatsandbox.push.PushTiming;
import io.quanmin.wechatsandbox.world.World;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a stand-in starts.
 *
 * @param host the address it listens on; whoever reaches it can log in as anybody
 * @param port 0: any free one
 * @param dataFolder where users, permissions, followers and received messages are kept; null: nowhere
 * @param seed of all chance: ids, tokens, faults with a probability
 */
public record SandboxSettings(
        String host,
        int port,
        AppSettings mini,
        AppSettings service,
        List<Template> templates,
        PushTiming pushTiming,
        @Nullable Path dataFolder,
        long seed) {

    public static final int DEFAULT_PORT = 8090;

    /** On {@link #DEFAULT_PORT}, pushing to a backend on localhost:8080, keeping nothing. */
    public static SandboxSettings defaults() {
        return new SandboxSettings(
                "127.0.0.1",
                DEFAULT_PORT,
                AppSettings.miniProgram(),
                AppSettings.serviceAccount(),
                DefaultTemplates.all(),
                PushTiming.asDocumented(),
                null,
                System.nanoTime());
    }

    public SandboxSettings onHost(String address) {
        return new SandboxSettings(address, port, mini, service, templates, pushTiming, dataFolder, seed);
    }

    public SandboxSettings onPort(int number) {
        return new SandboxSettings(host, number, mini, service, templates, pushTiming, dataFolder, seed);
    }

    public SandboxSettings withAccounts(AppSettings newMini, AppSettings newService) {
        return new SandboxSettings(host, port, newMini, newService, templates, pushTiming, dataFolder, seed);
    }

    public SandboxSettings withTemplates(List<Template> inUse) {
        return new SandboxSettings(host, port, mini, service, List.copyOf(inUse), pushTiming, dataFolder, seed);
    }

    public SandboxSettings withPushTiming(PushTiming timing) {
        return new SandboxSettings(host, port, mini, service, templates, timing, dataFolder, seed);
    }

    public SandboxSettings keepingIn(@Nullable Path folder) {
        return new SandboxSettings(host, port, mini, service, templates, pushTiming, folder, seed);
    }

    public SandboxSettings withSeed(long newSeed) {
        return new SandboxSettings(host, port, mini, service, templates, pushTiming, dataFolder, newSeed);
    }

    /** Pushes go to {@code /wechat/callback/mini} and {@code /wechat/callback/service} under this address. */
    public SandboxSettings pushingTo(String backend) {
        return withAccounts(
                mini.withCallbackUrl(backend + "/wechat/callback/mini"),
                service.withCallbackUrl(backend + "/wechat/callback/service"));
    }

    World world() {
        return World.of(Ground.of(mini, service, seed), templates, pushTiming);
    }
}
