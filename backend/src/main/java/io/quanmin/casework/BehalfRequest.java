package io.quanmin.casework;

import io.quanmin.identity.Call;
import io.quanmin.identity.Hotline;
import io.quanmin.kernel.Id;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a clerk writes down for somebody on the phone, as it comes; nothing of it is trusted. */
record BehalfRequest(
        @Nullable String type,
        @Nullable String description,
        ReportRequest.@Nullable Place place,
        @Nullable List<@Nullable String> photos,
        @Nullable Boolean hiddenFromHandlers,
        @Nullable Caller caller,
        @Nullable Map<String, @Nullable String> answers) {

    private static final int NAME = 40;
    private static final int NUMBER = 30;

    /** Reads it; fails with {@code InvalidFields} that name all that is wrong. The public never learns who rang. */
    Behalf read(Id clerk) {
        Fields fields = new Fields();
        Report report = new ReportRequest(type, description, place, photos, true, hiddenFromHandlers, answers)
                .read(fields, "photos", 0, List.of(), null);
        Call call = call(fields, clerk);
        fields.check();
        return new Behalf(report, call);
    }

    private Call call(Fields fields, Id clerk) {
        if (caller == null) {
            fields.refuse("caller", "required", "请填写来电人");
            return new Call("", null, 0, clerk);
        }
        String phone = Hotline.number(fields.words("caller.phone", caller.phone(), NUMBER))
                .orElse("");
        if (phone.isEmpty()) {
            fields.refuse("caller.phone", "not-a-number", "请填写 11 位手机号，或带区号的座机号");
        }
        if (!Boolean.TRUE.equals(caller.agreed()) || caller.agreement() == null) {
            fields.refuse("caller.agreed", "required", "请先向来电人说明隐私协议，得到同意后再登记");
        }
        int agreement = caller.agreement() == null ? 0 : caller.agreement();
        return new Call(phone, fields.maybeWords("caller.name", caller.name(), NAME), agreement, clerk);
    }

    /**
     * Who rang.
     *
     * @param agreed aloud, to the agreement of that version
     */
    record Caller(
            @Nullable String phone,
            @Nullable String name,
            @Nullable Boolean agreed,
            @Nullable Integer agreement) {}

    /** A report and whose it is. */
    record Behalf(Report report, Call call) {}
}
