package io.quanmin.wechat;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows each line's breaker. Never down: a city without WeChat goes on, only slower with its news. */
@Component("weChatHealthIndicator")
final class WeChatHealth implements HealthIndicator {

    private final Lines lines;

    WeChatHealth(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Health health() {
        return Health.up().withDetails(lines.states()).build();
    }
}
