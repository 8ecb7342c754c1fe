package io.quanmin.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Builds the demo city at the first start with the embedded database, after the server answers; owns that work's life. */
@DemoPart
@Component
@ConditionalOnProperty(name = "quanmin.demo.enabled", havingValue = "true", matchIfMissing = true)
class DemoStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final DemoCity city;
    private final Path built;
    private Disposable work = Disposables.disposed();

    DemoStart(DemoCity city, @Value("${quanmin.embedded.home}") Path home) {
        this.city = city;
        this.built = home.resolve("demo-city-built");
    }

    @Override
    public void start() {
        if (!Files.exists(built)) {
            LOG.info("正在布置示范城市：单位、人员、{} 件案件……约需半分钟，期间可以正常使用。", city.cases());
            work = city.build().subscribe(nothing -> {}, DemoStart::failed, this::done);
        }
    }

    private static void failed(Throwable failure) {
        LOG.error("示范城市没有布置完，重新启动会接着做。", failure);
    }

    private void done() {
        try {
            Files.createFile(built);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        LOG.info("示范城市布置好了。小程序页面右上角的“演示用户”可以换成任何人；审核员桌面登录例如 {} / {}", "shenqing", Persona.PASSWORD);
    }

    @Override
    public void stop() {
        work.dispose();
    }

    @Override
    public boolean isRunning() {
        return !work.isDisposed();
    }
}
