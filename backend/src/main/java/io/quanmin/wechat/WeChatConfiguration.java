package io.quanmin.wechat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class WeChatConfiguration {

    /**
     * WxJava writes whole addresses and bodies into its log, with tokens, openids and codes in them, some of it as warnings.
     * It is silenced whatever the configuration says; {@link WxLine} tells what there is to tell.
     */
    static void silenceWxJava() {
        LoggingSystem logging = LoggingSystem.get(WeChatConfiguration.class.getClassLoader());
        logging.setLogLevel("cn.binarywang.wx", LogLevel.OFF);
        logging.setLogLevel("me.chanjar.weixin", LogLevel.OFF);
    }

    @Bean
    Lines weChatLines(WeChatSettings settings, ObjectProvider<StringRedisTemplate> redis, Clock clock) {
        silenceWxJava();
        return new Lines(settings, new TokenStore(new RedisOrNot(redis.getIfAvailable(), clock), clock));
    }

    /** 1 while a line's calls are stopped or only tried. */
    @Bean
    MeterBinder weChatMeters(Lines lines) {
        return registry -> lines.states()
                .keySet()
                .forEach(lane -> Gauge.builder("quanmin.wechat.stopped", lines, all -> all.stopped(lane) ? 1 : 0)
                        .tag("line", lane)
                        .register(registry));
    }

    @Bean
    WeChat weChat(WeChatSettings settings, Lines lines, ObjectProvider<ReactiveStringRedisTemplate> redis) {
        Turns here = new Turns(settings.calls().turns());
        TurnsOfNodes turns = new TurnsOfNodes(here, redis.getIfAvailable());
        return WeChatServers.of(settings, lines, turns);
    }
}
