package io.quanmin.wechat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.redis.WxRedisOps;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.RequestHttp;
import me.chanjar.weixin.mp.api.impl.WxMpServiceOkHttpImpl;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpRedisConfigImpl;
import okhttp3.OkHttpClient;

/** The service account. */
final class ServiceAccount implements Account {

    private final AccountKeys keys;
    private final OkHttpService service;

    ServiceAccount(AccountKeys keys, OkHttpClient client, WxRedisOps tokens) {
        this.keys = keys;
        this.service = new OkHttpService(client);
        service.setWxMpConfigStorage(config(keys, tokens));
        service.setMaxRetryTimes(1);
        service.setRetrySleepMillis(100);
    }

    private static WxMpRedisConfigImpl config(AccountKeys keys, WxRedisOps tokens) {
        WxMpRedisConfigImpl config = new StableToken(tokens);
        config.useStableAccessToken(true);
        config.setSecret(keys.secret());
        config.setHostConfig(
                WxMpHostConfig.builder().apiHost(keys.apiBase().toString()).build());
        config.setAppId(keys.appid());
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
        return WxType.MP;
    }

    @Override
    public AccountKeys keys() {
        return keys;
    }

    private static final class StableToken extends WxMpRedisConfigImpl {

        private static final long serialVersionUID = 1;

        StableToken(WxRedisOps tokens) {
            super(tokens, TokenStore.PREFIX);
        }

        @Override
        public synchronized void updateAccessToken(String token, int seconds) {
            super.updateAccessToken(token, TokenStore.kept(seconds));
        }
    }

    /** Takes our client instead of the one that all services of the machine share. */
    private static final class OkHttpService extends WxMpServiceOkHttpImpl {

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

        /** WxJava looks for a fresh token before it has the lock and not after: all who waited would fetch one each. */
        @Override
        public String getAccessToken(boolean forceRefresh) throws WxErrorException {
            Lock lock = getWxMpConfigStorage().getAccessTokenLock();
            try {
                while (getWxMpConfigStorage().isAccessTokenExpired()) {
                    if (lock.tryLock(100, TimeUnit.MILLISECONDS)) {
                        return locked(lock, forceRefresh);
                    }
                }
                return getWxMpConfigStorage().getAccessToken();
            } catch (InterruptedException deadline) {
                throw new WxRuntimeException(deadline);
            }
        }

        private String locked(Lock lock, boolean forceRefresh) throws WxErrorException {
            try {
                return super.getAccessToken(forceRefresh);
            } finally {
                lock.unlock();
            }
        }
    }
}
