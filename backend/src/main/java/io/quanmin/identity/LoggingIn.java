package io.quanmin.identity;

import io.quanmin.wechat.WeChat;
import io.quanmin.wechat.WeChatAccount;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Logs a citizen in through WeChat, without asking them anything. */
@Component
final class LoggingIn {

    private final RateLimits limits;
    private final WeChat wechat;
    private final Citizens citizens;
    private final OpeningSessions sessions;
    private final TransactionalOperator transaction;

    LoggingIn(
            RateLimits limits,
            WeChat wechat,
            Citizens citizens,
            OpeningSessions sessions,
            TransactionalOperator transaction) {
        this.limits = limits;
        this.wechat = wechat;
        this.citizens = citizens;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /** No database connection is held while WeChat is asked. */
    Mono<OpenedSession> login(String code, String address) {
        return limits.take(RateLimits.Kind.LOGIN, address)
                .then(Mono.defer(() -> wechat.login(code)))
                .flatMap(this::open);
    }

    private Mono<OpenedSession> open(WeChatAccount account) {
        return citizens.come(account)
                .flatMap(person -> sessions.open(person, Via.WECHAT))
                .as(transaction::transactional);
    }
}
