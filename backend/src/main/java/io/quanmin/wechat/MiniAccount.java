package io.quanmin.wechat;

import cn.binarywang.wx.miniapp.api.impl.WxMaServiceOkHttpImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaRedisBetterConfigImpl;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.redis.WxRedisOps;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.RequestHttp;
import okhttp3.OkHttpClient;

/** The mini-program. */
final class MiniAccount implements Account {

    private final AccountKeys keys;
    private final OkHttpService service;

    MiniAccount(AccountKeys keys, OkHttpClient client, WxRedisOps tokens) {
        this.keys = keys;
        this.service = new OkHttpService(client);
        service.setWxMaConfig(config(keys, tokens));
        // None at all would cost every error its words and its rid; what must not be sent twice is guarded by OnceOnly.
        service.setMaxRetryTimes(1);
        service.setRetrySleepMillis(100);
    }

    private static WxMaRedisBetterConfigImpl config(AccountKeys keys, WxRedisOps tokens) {
        WxMaRedisBetterConfigImpl config = new StableToken(tokens);
        config.useStableAccessToken(true);
        config.setSecret(keys.secret());
        config.setApiHostUrl(keys.apiBase().toString());
        config.setAppid(keys.appid());
        return config;
    }

    @Override
    public <R, D> R send(RequestExecutor<R, D> executor, String path, D data) throws WxErrorException {
        return service.execute(executor, keys.apiBase() + path, data);
    }

    @Override
    public RequestHttp<?, ?> http() {
        return service;
    }

    @Override
    public WxType type() {
        return WxType.MiniApp;
    }

    @Override
    public AccountKeys keys() {
        return keys;
    }

    private static final class StableToken extends WxMaRedisBetterConfigImpl {

        StableToken(WxRedisOps tokens) {
            super(tokens, TokenStore.PREFIX);
        }

        @Override
        public synchronized void updateAccessToken(String token, int seconds) {
            super.updateAccessToken(token, TokenStore.kept(seconds) + TokenStore.WXJAVA_MARGIN);
        }
    }

    /** Takes our client instead of the one that all services of the machine share. */
    private static final class OkHttpService extends WxMaServiceOkHttpImpl {

        private final OkHttpClient client;

        OkHttpService(OkHttpClient client) {
            this.client = client;
        }

        @Override
        public void initHttp() {
            // The client is there already.
        }

        @Override
        public OkHttpClient getRequestHttpClient() {
            return client;
        }
    }
}
