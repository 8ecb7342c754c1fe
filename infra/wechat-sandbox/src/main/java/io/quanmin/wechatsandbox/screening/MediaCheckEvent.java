package io.quanmin.wechatsandbox.screening;

import io.quanmin.wechatsandbox.push.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of {@code wxa_media_check}. */
record MediaCheckEvent(String appid, String openid, String traceId) {

    private static final String NAME = "wxa_media_check";
    private static final int DOWNLOAD_FAILED = -1008;

    /** @param asSeen label as a text and no errcode at the top, as in real pushes */
    Event checked(Verdict verdict, boolean asSeen) {
        Object label = asSeen ? String.valueOf(verdict.label()) : (Object) verdict.label();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("strategy", "content_model");
        detail.put("errcode", 0);
        detail.put("suggest", verdict.suggest());
        detail.put("label", label);
        detail.put("prob", 90);
        Map<String, Object> fields = head(2);
        fields.put("detail", List.of(detail));
        if (!asSeen) {
            fields.put("errcode", 0);
            fields.put("errmsg", "ok");
        }
        fields.put("result", result(verdict.suggest(), label));
        return Event.of(appid, openid, NAME, fields);
    }

    /** The result that comes with it means nothing. */
    Event notFetched() {
        Map<String, Object> fields = head(2);
        fields.put("detail", List.of());
        fields.put("errcode", DOWNLOAD_FAILED);
        fields.put("errmsg", "download fail");
        fields.put("result", result("pass", 100));
        return Event.of(appid, openid, NAME, fields);
    }

    /** The old shape, which has no result; {@code verdict} is null when the media could not be fetched. */
    Event firstVersion(@Nullable Verdict verdict) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("isrisky", verdict != null && !verdict.passes() ? 1 : 0);
        fields.put("extra_info_json", "");
        fields.put("appid", appid);
        fields.put("trace_id", traceId);
        fields.put("status_code", verdict == null ? 4294966288L : 0);
        return Event.of(appid, openid, NAME, fields);
    }

    private Map<String, Object> head(int version) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("appid", appid);
        fields.put("trace_id", traceId);
        fields.put("version", version);
        return fields;
    }

    private static Map<String, Object> result(String suggest, Object label) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("suggest", suggest);
        result.put("label", label);
        return result;
    }
}
