package io.quanmin.wechat;

import io.quanmin.kernel.Problem;
import io.quanmin.wechat.wire.Fields;
import java.io.IOException;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Turns the codes that WeChat gives a person's phone into who they are. A code works once and for five minutes. */
final class Identification {

    /** Real ones have 32 characters; what is much longer was made up. */
    private static final int LONGEST_CODE = 128;

    private final AccountKeys keys;
    private final Line login;
    private final Line phone;

    Identification(AccountKeys keys, Line login, Line phone) {
        this.keys = keys;
        this.login = login;
        this.phone = phone;
    }

    /** Called without a token: a login must not fail because a token cannot be had. The session key is not kept. */
    Mono<WeChatAccount> login(String code) {
        if (!plausible(code)) {
            return Mono.error(new CodeRefused());
        }
        return login.getWithoutToken(
                        "/sns/jscode2session",
                        Map.of(
                                "appid",
                                keys.appid(),
                                "secret",
                                keys.secret(),
                                "js_code",
                                code,
                                "grant_type",
                                "authorization_code"))
                .map(answer -> new WeChatAccount(Fields.text(answer, "openid"), Fields.textOrNull(answer, "unionid")))
                .onErrorMap(IOException.class, Identification::problem);
    }

    /** The number is WeChat's word at the time it was bound there, not checked now. */
    Mono<String> phone(String code) {
        if (!plausible(code)) {
            return Mono.error(new CodeRefused());
        }
        return phone.post("/wxa/business/getuserphonenumber", Map.of("code", code))
                .flatMap(this::number)
                .onErrorMap(IOException.class, Identification::phoneProblem);
    }

    private static boolean plausible(String code) {
        return !code.isBlank() && code.length() <= LONGEST_CODE;
    }

    private Mono<String> number(JsonNode answer) {
        JsonNode info = answer.path("phone_info");
        String number = Fields.text(info, "purePhoneNumber");
        boolean ours = keys.appid().equals(Fields.text(info.path("watermark"), "appid"));
        return ours && !number.isEmpty() ? Mono.just(number) : Mono.error(CodeRefused::new);
    }

    private static Problem problem(IOException failure) {
        if (failure instanceof Refusal refusal && refusal.code() == Codes.RISKY_PERSON) {
            return new PersonBlocked();
        }
        return failure instanceof Refusal refusal && Codes.codeAtFault(refusal.code())
                ? new CodeRefused()
                : Away.because(failure);
    }

    private static Problem phoneProblem(IOException failure) {
        return failure instanceof Refusal refusal && refusal.code() == Codes.CODE_OF_ANOTHER_APP
                ? new CodeRefused()
                : problem(failure);
    }
}
