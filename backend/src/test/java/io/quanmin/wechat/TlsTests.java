package io.quanmin.wechat;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

/** Fact 4: the secret and the token travel here, so somebody in between must not be believed. */
class TlsTests {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    private HttpsServer server;
    private KeyStore keys;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException, InterruptedException {
        keys = keysFor("api.weixin.qq.com");
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private KeyStore keysFor(String host) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "self",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString()))
                .inheritIO()
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS)) {
            throw new IOException("keytool does not end");
        }
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            made.load(in, PASSWORD.toCharArray());
        }
        return made;
    }

    private String address() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    private static OkHttpClient client() {
        return Connections.client(WeChatCity.calls(WeChatCity.IMPATIENT));
    }

    private void call(OkHttpClient client) throws IOException {
        client.newCall(new Request.Builder().url(address()).build()).execute().close();
    }

    @Test
    void aCertificateNobodyVouchesForIsNotBelieved() {
        OkHttpClient client = client();
        assertThatThrownBy(() -> call(client)).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void aCertificateOfAnotherHostIsNotBelieved() throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            trusted.load(null, null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        trusted.setCertificateEntry("self", keys.getCertificate("self"));
        trust.init(trusted);
        X509TrustManager manager = (X509TrustManager) trust.getTrustManagers()[0];
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        OkHttpClient client = client().newBuilder()
                .sslSocketFactory(context.getSocketFactory(), manager)
                .build();
        assertThatThrownBy(() -> call(client)).isInstanceOf(SSLPeerUnverifiedException.class);
    }

    @Test
    void theSecretIsNotSentToWhoeverIsNotBelieved() {
        try (WeChatCity city = WeChatCity.open();
                WeChatCity.Node node =
                        city.node(city.settings(address(), city.settings().calls()))) {
            StepVerifier.create(node.weChat.login("code"))
                    .expectError(WeChatAway.class)
                    .verify(WeChatCity.PATIENCE);
            StepVerifier.create(node.weChat.send(Messages.to(city)))
                    .expectError(WeChatAway.class)
                    .verify(WeChatCity.PATIENCE);
        }
    }
}
