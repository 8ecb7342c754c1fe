package io.quanmin.notification.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.netty.http.server.WebsocketServerSpec;

/** How sockets are opened. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    /** A client has a ticket, a cursor and pongs to send; nothing longer is read. */
    private static final int LONGEST_FRAME = 4096;

    @Bean
    WebSocketService liveUpgrades() {
        return new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(LONGEST_FRAME)));
    }
}
