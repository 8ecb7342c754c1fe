package io.quanmin.wechat;

import java.net.URI;
import java.util.List;
import reactor.core.publisher.Mono;

/** WeChat's servers through WxJava. */
record WeChatServers(
        Identification identification,
        SubscribeSending subscribe,
        TemplateSending template,
        Screening screening,
        ScanCodes codes,
        Lookups lookups)
        implements WeChat {

    static WeChatServers of(WeChatSettings settings, Lines lines, TurnsOfNodes turns) {
        AccountKeys mini = settings.mini().keys();
        Line lookupsOfMini = lines.mini(Purpose.LOOKUP);
        Line lookupsOfService = lines.service(Purpose.LOOKUP);
        return new WeChatServers(
                new Identification(mini, lines.mini(Purpose.LOGIN), lines.mini(Purpose.PHONE)),
                new SubscribeSending(
                        lines.mini(Purpose.MESSAGE), turns, settings.mini().release()),
                new TemplateSending(lines.service(Purpose.MESSAGE), mini.appid()),
                new Screening(lines.mini(Purpose.SCREENING), mini.apiBase()),
                new ScanCodes(lookupsOfMini, lookupsOfService, settings),
                new Lookups(lookupsOfMini, lookupsOfService));
    }

    @Override
    public Mono<WeChatAccount> login(String code) {
        return identification.login(code);
    }

    @Override
    public Mono<String> phone(String code) {
        return identification.phone(code);
    }

    @Override
    public Mono<SendOutcome> send(SubscribeMessage message) {
        return subscribe.send(message);
    }

    @Override
    public Mono<SendOutcome> send(TemplateMessage message) {
        return template.send(message);
    }

    @Override
    public Mono<TextVerdict> screen(TextToScreen text) {
        return screening.text(text);
    }

    @Override
    public Mono<String> screenPicture(String openid, URI picture) {
        return screening.picture(openid, picture);
    }

    @Override
    public Mono<byte[]> miniProgramCode(String page, String scene) {
        return codes.miniProgram(page, scene);
    }

    @Override
    public Mono<URI> serviceAccountCode(String scene) {
        return codes.service(scene);
    }

    @Override
    public Mono<Follower> follower(String serviceOpenid) {
        return lookups.follower(serviceOpenid);
    }

    @Override
    public Mono<List<AccountTemplate>> subscribeTemplates() {
        return lookups.subscribeTemplates();
    }

    @Override
    public Mono<List<AccountTemplate>> serviceTemplates() {
        return lookups.serviceTemplates();
    }
}
