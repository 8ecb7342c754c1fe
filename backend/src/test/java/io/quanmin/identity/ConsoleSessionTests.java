package io.quanmin.identity;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;

/** The console's session lives in a cookie; what comes with one and changes something proves that the console sent it. */
@CityTest
class ConsoleSessionTests {

    private static final String PASSWORD = "Sunny-Day-2026";

    @Autowired
    private StaffAdministration administration;

    @LocalServerPort
    private int port;

    private WebTestClient client;

    @BeforeEach
    void knock() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    @Test
    void loginSetsACookieThatNoScriptReadsAndNoOtherSiteSends() {
        ResponseCookie cookie = login().cookie();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge()).isNegative();
    }

    @Test
    void theCookieAloneReadsButDoesNotChange() {
        In in = login();
        with(in, HttpMethod.GET, "/api/v1/me").exchange().expectStatus().isOk();
        with(in, HttpMethod.POST, "/api/v1/me/sessions-none")
                .exchange()
                .expectStatus()
                .isNotFound();
        with(in, HttpMethod.DELETE, "/api/v1/sessions/current")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://quanmin.io/problems/csrf-refused");
        with(in, HttpMethod.DELETE, "/api/v1/sessions/current")
                .header(Forgery.HEADER, "x".repeat(43))
                .exchange()
                .expectStatus()
                .isForbidden();
        with(in, HttpMethod.GET, "/api/v1/me").exchange().expectStatus().isOk();
    }

    @Test
    void whatAnotherSiteMadeTheBrowserAskIsRefusedEvenToRead() {
        In in = login();
        with(in, HttpMethod.GET, "/api/v1/me")
                .header("Sec-Fetch-Site", "cross-site")
                .exchange()
                .expectStatus()
                .isForbidden();
        with(in, HttpMethod.DELETE, "/api/v1/sessions/current")
                .header(Forgery.HEADER, in.csrf())
                .header("Sec-Fetch-Site", "cross-site")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void loggingOutEndsTheSessionAndTakesTheCookieBack() {
        In in = login();
        ResponseCookie cleared = Objects.requireNonNull(with(in, HttpMethod.DELETE, "/api/v1/sessions/current")
                .header(Forgery.HEADER, in.csrf())
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectBody()
                .returnResult()
                .getResponseCookies()
                .getFirst(ConsoleCookie.NAME));
        assertThat(cleared.getMaxAge()).isZero();
        with(in, HttpMethod.GET, "/api/v1/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void thePageLearnsWhoIsLoggedInAndWhatItsChangesMustBring() {
        In in = login();
        with(in, HttpMethod.GET, "/api/v1/sessions/current")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.csrf")
                .isEqualTo(in.csrf())
                .jsonPath("$.me.roles[0]")
                .isEqualTo("REVIEWER");
        client.get().uri("/api/v1/sessions/current").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void everyLoginIsAnotherSessionWhateverCookieTheBrowserBrought() {
        String login = reviewer();
        In first = login(login, null);
        In second = login(login, first.cookie());
        assertThat(second.cookie().getValue()).isNotEqualTo(first.cookie().getValue());
        assertThat(second.csrf()).isNotEqualTo(first.csrf());
    }

    @Test
    void theTokenAgainstForgeryDoesNotTellTheSession() {
        In in = login();
        client.get()
                .uri("/api/v1/me")
                .header("Authorization", "Bearer " + in.csrf())
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private In login() {
        return login(reviewer(), null);
    }

    private In login(String login, @Nullable ResponseCookie brought) {
        RequestBodySpec request = client.post().uri("/api/v1/sessions/console");
        if (brought != null) {
            request.cookie(brought.getName(), brought.getValue());
        }
        EntityExchangeResult<Map> answer = request.bodyValue(Map.of("login", login, "password", PASSWORD))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult();
        ResponseCookie cookie =
                Objects.requireNonNull(answer.getResponseCookies().getFirst(ConsoleCookie.NAME));
        return new In(cookie, (String)
                Objects.requireNonNull(answer.getResponseBody()).get("csrf"));
    }

    private String reviewer() {
        String login = "console-" + UUID.randomUUID().toString().substring(0, 8);
        now(administration.addStaff(new NewStaff(login, "王勤", PASSWORD, Set.of(Role.REVIEWER), null, "990102", true)));
        return login;
    }

    private RequestBodySpec with(In in, HttpMethod method, String path) {
        return client.method(method)
                .uri(path)
                .cookie(ConsoleCookie.NAME, in.cookie().getValue());
    }

    private record In(ResponseCookie cookie, String csrf) {}
}
