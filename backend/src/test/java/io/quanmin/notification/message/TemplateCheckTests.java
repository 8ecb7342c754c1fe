package io.quanmin.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.notification.NotificationTest;
import io.quanmin.notification.PretendWeChat;
import io.quanmin.wechat.AccountTemplate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationTest
class TemplateCheckTests {

    private static final List<String> FIELDS = List.of("character_string1", "thing2", "phrase3", "time4", "thing5");

    @Autowired
    private TemplateCheck check;

    @Autowired
    private PretendWeChat wechat;

    @AfterEach
    void forget() {
        wechat.has(List.of());
    }

    @Test
    void templatesThatFitRaiseNoFaultAndOthersAreNamed() {
        wechat.has(List.of(
                new AccountTemplate("tmpl-accepted", "受理通知", FIELDS),
                new AccountTemplate("tmpl-handled", "处置通知", List.of("character_string1", "thing6"))));
        List<String> faults = check.faults().block();
        assertThat(faults)
                .hasSize(3)
                .anyMatch(fault -> fault.startsWith("template tmpl-handled has the fields [character_string1, thing6]"))
                .contains("the account has no template tmpl-closed", "the account has no template tmpl-duty");
    }
}
