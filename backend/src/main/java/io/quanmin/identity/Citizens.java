package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.wechat.WeChatAccount;
import reactor.core.publisher.Mono;

/** Who comes through WeChat. */
public interface Citizens {

    /**
     * The person of a WeChat account, made when they come for the first time. Known by openid, else by unionid, which may arrive
     * late. Two first comings at once make one person.
     */
    Mono<Id> come(WeChatAccount account);

    /** Gives a person a nickname that was screened already. */
    Mono<Void> rename(Id person, String name);
}
