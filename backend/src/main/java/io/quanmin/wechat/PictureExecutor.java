package io.quanmin.wechat;

import java.io.IOException;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.RequestHttp;
import me.chanjar.weixin.common.util.http.ResponseHandler;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Posts JSON for a picture, and takes for a picture only what begins like one: an error must not be kept as {@code .jpg}. */
final class PictureExecutor implements RequestExecutor<byte[], String> {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final OkHttpClient client;

    PictureExecutor(RequestHttp<?, ?> http) {
        this.client = (OkHttpClient) http.getRequestHttpClient();
    }

    @Override
    public byte[] execute(String uri, String body, WxType type) throws WxErrorException, IOException {
        Request request = new Request.Builder()
                .url(uri)
                .post(RequestBody.create(body, JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            byte[] answer = response.body().bytes();
            if (isPicture(answer)) {
                return answer;
            }
            throw new WxErrorException(
                    WxError.fromJson(new String(answer, java.nio.charset.StandardCharsets.UTF_8), type));
        }
    }

    /** JPEG or PNG, by their first bytes. */
    private static boolean isPicture(byte[] bytes) {
        return bytes.length > 3
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8)
                        || (bytes[0] == (byte) 0x89 && bytes[1] == 'P'));
    }

    @Override
    public void execute(String uri, String body, ResponseHandler<byte[]> handler, WxType type)
            throws WxErrorException, IOException {
        handler.handle(execute(uri, body, type));
    }
}
