package io.quanmin.wechatsandbox.push;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Dice;
import io.quanmin.wechatsandbox.base.SandboxClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;

/** Carries one push to the callback URL: an attempt may take 5 s, and three are made. */
final class Postman implements AutoCloseable {

    private final HttpClient http;
    private final SandboxClock clock;
    private final Dice dice;
    private final PushTiming timing;

    Postman(SandboxClock clock, Dice dice, PushTiming timing) {
        this.clock = clock;
        this.dice = dice;
        this.timing = timing;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timing.timeout())
                .build();
    }

    /** Tells {@code report} of every change; returns when it is delivered or given up. */
    void deliver(AppSettings app, PushRecord push, Consumer<PushRecord> report) {
        if (app.callbackUrl().isEmpty()) {
            report.accept(push.now(PushRecord.State.NOT_CONFIGURED));
            return;
        }
        PushRecord now = push;
        for (int attempt = 1; attempt <= timing.attempts(); attempt++) {
            String outcome = attempt(app, push);
            boolean arrived = outcome.startsWith("2");
            boolean last = attempt == timing.attempts();
            now = now.attempted(outcome, arrived ? PushRecord.State.DELIVERED : state(last));
            report.accept(now);
            if (arrived || last || !paused()) {
                return;
            }
        }
    }

    boolean verify(AppSettings app) {
        String time = String.valueOf(clock.epochSecond());
        String nonce = dice.digits(9);
        String echo = dice.digits(19);
        String query = "signature=%s&timestamp=%s&nonce=%s&echostr=%s"
                .formatted(PushSignature.of(app.callbackToken(), time, nonce), time, nonce, echo);
        URI uri = new PushRequest(query, "", "").uri(app.callbackUrl());
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(timing.timeout()).GET().build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().equals(echo);
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** Each attempt is signed anew, so neither nonce nor ciphertext can tell a repeated push. */
    private String attempt(AppSettings app, PushRecord push) {
        PushRequest signed = PushRequest.of(app, push.openid(), push.body(), clock.epochSecond(), dice);
        try {
            HttpRequest request = HttpRequest.newBuilder(signed.uri(app.callbackUrl()))
                    .timeout(timing.timeout())
                    .header("Content-Type", signed.contentType())
                    .header("User-Agent", "Mozilla/4.0")
                    .POST(HttpRequest.BodyPublishers.ofString(signed.body()))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body().lines().findFirst().orElse("");
        } catch (IOException unreachable) {
            return unreachable.getClass().getSimpleName();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return "stopped";
        }
    }

    private static PushRecord.State state(boolean last) {
        return last ? PushRecord.State.FAILED : PushRecord.State.WAITING;
    }

    private boolean paused() {
        try {
            Thread.sleep(timing.pause());
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
