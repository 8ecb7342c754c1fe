package io.quanmin.wechat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import cn.binarywang.wx.miniapp.api.impl.WxMaServiceOkHttpImpl;
import cn.binarywang.wx.miniapp.bean.WxMaMessage;
import cn.binarywang.wx.miniapp.bean.WxMaUniformMessage;
import cn.binarywang.wx.miniapp.message.WxMaMessageRouter;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quanmin.wechatsandbox.http.Fault;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What of WxJava is used and what is not, because it is broken, withdrawn or not what it seems. */
class WxJavaUseTests {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.quanmin.wechat");

    private final WeChatCity city = WeChatCity.open();
    private final WeChatCity.Node node = city.node();

    @AfterEach
    void close() {
        node.close();
        city.close();
    }

    private static DescribedPredicate<JavaAccess<?>> named(String... names) {
        return new DescribedPredicate<>("to one of " + Set.of(names)) {
            @Override
            public boolean test(JavaAccess<?> access) {
                AccessTarget target = access.getTarget();
                String owner = target.getOwner().getPackageName();
                boolean wxJava = owner.startsWith("cn.binarywang") || owner.startsWith("me.chanjar");
                return wxJava && Set.of(names).contains(target.getName());
            }
        };
    }

    /** Fact 7. */
    @Test
    void nobodyAsksWxJavaToCheckASessionKey() {
        noClasses().should().accessTargetWhere(named("checkSessionKey")).check(OURS);
    }

    /** Case 9: numbers come by code and names by hand, so a key that changes in between spoils nothing. */
    @Test
    void nothingIsDecryptedWithASessionKey() {
        noClasses()
                .should()
                .accessTargetWhere(named("getSessionKey", "decrypt", "getPhoneNoInfo"))
                .check(OURS);
        String code = city.sandbox.act().phoneCode(WeChatCity.CITIZEN);
        assertThat(city.sandbox.act().rotateSessionKey(WeChatCity.CITIZEN)).isNotBlank();
        StepVerifier.create(node.weChat.phone(code)).expectNext("17000000001").verifyComplete();
    }

    /** Facts 5, 6, 8, 9 and 10: its router drops events, its message type breaks off, its sender loses the id. */
    @Test
    void pushesAndSubscribeMessagesDoNotGoThroughWxJavasOwnTypes() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(WxMaMessageRouter.class, WxMaMessage.class, WxMaUniformMessage.class)
                .orShould()
                .accessTargetWhere(named("sendSubscribeMsg", "fromEncryptedJson"))
                .check(OURS);
    }

    /** Case 34: withdrawn in 2023. */
    @Test
    void nobodySendsUniformMessages() {
        noClasses().should().accessTargetWhere(named("sendUniformMsg")).check(OURS);
    }

    /** Case 1: a forced refresh would kill the token of every other node. */
    @Test
    void nobodyForcesATokensRefresh() {
        StepVerifier.create(node.weChat.subscribeTemplates()).expectNextCount(1).verifyComplete();
        assertThat(city.calls("/cgi-bin/token")).isEmpty();
        assertThat(city.calls("/cgi-bin/stable_token"))
                .allSatisfy(call -> assertThat(call.requestBody()).contains("\"force_refresh\":false"));
    }

    /** Fact 3: with no retry at all WxJava would keep the bare code only. */
    @Test
    void anErrorKeepsItsWordsAndItsRid() {
        city.sandbox.faults().add(Fault.error("/cgi-bin/message/subscribe/send", 45168));
        SendOutcome outcome =
                Objects.requireNonNull(node.weChat.send(Messages.to(city)).block(WeChatCity.PATIENCE));
        assertThat(outcome)
                .isEqualTo(new SendOutcome.Refused(
                        45168,
                        "sensitive words",
                        city.calls("/cgi-bin/message/subscribe/send").getFirst().rid()));
    }

    /** Case 31: 4.8.0 broke off here without a proxy's password, and signed the phone call wrongly. */
    @Test
    void theVersionInUseStartsWithoutAProxyAndAsksForThePhoneInClear() {
        assertThat(WxMaServiceOkHttpImpl.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .doesNotContain("4.8.0");
        StepVerifier.create(node.weChat.phone(city.sandbox.act().phoneCode(WeChatCity.CITIZEN)))
                .expectNext("17000000001")
                .verifyComplete();
        assertThat(city.calls("/wxa/business/getuserphonenumber").getFirst().requestBody())
                .startsWith("{\"code\":\"")
                .doesNotContain("authtag");
    }
}
