package io.quanmin.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.Quanmin;
import io.quanmin.wechatsandbox.WeChatSandbox;
import io.quanmin.wechatsandbox.base.AppSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** Everything in one process, as {@code mvn spring-boot:run} runs it. */
@ExtendWith(OutputCaptureExtension.class)
final class LocalQuanminTest {

    private static ConfigurableApplicationContext application;
    private static String address;
    private static String said;

    @BeforeAll
    static void run(CapturedOutput output) {
        application = new SpringApplicationBuilder(Quanmin.class).run("--server.port=0");
        address = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
        said = output.toString();
    }

    @AfterAll
    static void close() {
        application.close();
    }

    @Test
    void theWholeCityAnswers() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest health = HttpRequest.newBuilder(URI.create(address + "/actuator/health"))
                    .build();
            assertThat(client.send(health, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void itSaysWhatToOpen() {
        assertThat(said).contains("全民 · 城市共治已就绪", address + "/m/", address + "/v3/api-docs");
    }

    @Test
    void theServiceKnowsTheSandboxAndTheSandboxTheService() {
        WeChatSandbox sandbox = application.getBean(WeChatSandbox.class);
        AppSettings mini = sandbox.apps().mini();
        var environment = application.getEnvironment();
        assertThat(environment.getProperty("quanmin.wechat.mini.api-base")).isEqualTo(sandbox.baseUrl());
        assertThat(environment.getProperty("quanmin.wechat.mini.app-id")).isEqualTo(mini.appid());
        assertThat(mini.callbackUrl()).isEqualTo(address + "/wechat/callback/mini");
    }

    @Test
    void noSandboxStartsForACityWithItsOwnWeChat() {
        MockEnvironment own = new MockEnvironment()
                .withProperty("quanmin.wechat.mini.api-base", "https://api.weixin.qq.com")
                .withProperty("quanmin.embedded.throwaway", "true");
        SpringApplication city = new SpringApplication();
        int before = city.getInitializers().size();
        new SandboxedWeChat().postProcessEnvironment(own, city);
        assertThat(own.getProperty("quanmin.wechat.mini.secret")).isNull();
        assertThat(city.getInitializers()).hasSize(before);
    }
}
