package io.quanmin.wechat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Makes the connections to WeChat: certificates and host names are checked as the JDK does, nothing is sent twice. */
final class Connections {

    /** Shorter than servers keep an idle connection, because a request on a dead one is not sent again. */
    private static final int IDLE_SECONDS = 20;

    private Connections() {}

    static OkHttpClient client(WeChatSettings.Calls settings) {
        return new OkHttpClient.Builder()
                .connectTimeout(settings.connect())
                .readTimeout(settings.deadline())
                .writeTimeout(settings.deadline())
                .callTimeout(settings.deadline())
                .connectionPool(new ConnectionPool(settings.threads(), IDLE_SECONDS, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .addNetworkInterceptor(Connections::once)
                .build();
    }

    /** WxJava reads no HTTP status: a proxy's 502 page would be parsed as an answer. */
    private static Response once(Interceptor.Chain chain) throws IOException {
        Journey.departs();
        Response response = chain.proceed(chain.request());
        if (!response.isSuccessful()) {
            response.close();
            throw new Silence(true, "HTTP " + response.code());
        }
        return response;
    }
}
