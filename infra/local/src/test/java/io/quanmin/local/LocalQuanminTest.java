package io.quanmin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quanmin.Quanmin;
import io.quanmin.wechatsandbox.WeChatSandbox;
import io.quanmin.wechatsandbox.base.AppSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** Everything in one process, as {@code mvn spring-boot:run} runs it. */
@ExtendWith(OutputCaptureExtension.class)
final class LocalQuanminTest {

    private static ConfigurableApplicationContext application;
    private static String address;
    private static String said;

    @BeforeAll
    static void run(CapturedOutput output) {
        application = new SpringApplicationBuilder(Quanmin.class).run("--server.port=0", "--quanmin.demo.cases=5");
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
    void theDemoSaysHowManyCasesItReports() {
        assertThat(said).contains("5 件案件");
    }

    @Test
    void theSixtyCasesOfTheDemoComeToRestInEveryStageOfTheFlow() throws Exception {
        String plan = new ClassPathResource("demo/reports.tsv").getContentAsString(StandardCharsets.UTF_8);
        List<String> planned =
                plan.lines().limit(60).map(line -> line.split("\t")[2]).toList();
        assertThat(planned).hasSize(60);
        assertThat(Set.copyOf(planned)).containsExactlyInAnyOrderElementsOf(stages());
    }

    private static List<String> stages() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest flow =
                    HttpRequest.newBuilder(URI.create(address + "/api/v1/flow")).build();
            String answer = client.send(flow, BodyHandlers.ofString()).body();
            List<String> stages =
                    new JsonMapper().readTree(answer).path("stages").findValuesAsString("code");
            assertThat(stages).hasSizeGreaterThan(10);
            return stages;
        }
    }

    @Test
    void itAnswersThisMachineOnly() {
        var environment = application.getEnvironment();
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        List<String> others = otherAddresses();
        assumeTrue(!others.isEmpty(), "this machine has no other address");
        assertThat(others).noneMatch(LocalQuanminTest::answers);
    }

    @Test
    void whoSetsAnAddressGetsIt() {
        MockEnvironment open = new MockEnvironment().withProperty("server.address", "0.0.0.0");
        new Loopback().postProcessEnvironment(open, new SpringApplication());
        assertThat(open.getProperty("server.address")).isEqualTo("0.0.0.0");
    }

    private static List<String> otherAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .filter(found -> !found.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(String host) {
        int port = URI.create(address).getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 500);
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
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
