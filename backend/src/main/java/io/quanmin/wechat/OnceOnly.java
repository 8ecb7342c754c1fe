package io.quanmin.wechat;

import java.io.IOException;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.ResponseHandler;

/**
 * Lets WxJava send a request once. WxJava repeats an answer of -1, up to five times, with the same login code or message in
 * it: a code would come back as used, a message might arrive twice. Here every refusal but a token's goes straight through.
 */
final class OnceOnly<R, D> implements RequestExecutor<R, D> {

    /** WxJava's own number for an answer that is none. */
    private static final int NO_ERRCODE = -99;

    private final RequestExecutor<R, D> sender;
    private final Journey journey;

    OnceOnly(RequestExecutor<R, D> sender, Journey journey) {
        this.sender = sender;
        this.journey = journey;
    }

    @Override
    public R execute(String uri, D data, WxType type) throws WxErrorException, IOException {
        try {
            return journey.during(() -> sender.execute(uri, data, type));
        } catch (WxErrorException refused) {
            throw passedOn(refused);
        } catch (Refusal | Silence known) {
            throw known;
        } catch (Exception unreadable) {
            throw silence(unreadable);
        }
    }

    @Override
    public void execute(String uri, D data, ResponseHandler<R> handler, WxType type)
            throws WxErrorException, IOException {
        handler.handle(execute(uri, data, type));
    }

    /** A stale token stays WxJava's business: it fetches another and sends again, which the refusal allows. */
    private WxErrorException passedOn(WxErrorException refused) throws IOException {
        int code = refused.getError().getErrorCode();
        if (Codes.tokenAtFault(code)) {
            journey.turnedBack();
            return refused;
        }
        if (code == NO_ERRCODE) {
            throw silence(refused);
        }
        throw Refusal.of(refused.getError());
    }

    private Silence silence(Exception why) {
        return new Silence(journey.sent(), why.getClass().getSimpleName());
    }
}
