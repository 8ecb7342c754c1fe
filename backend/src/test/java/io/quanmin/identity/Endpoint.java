package io.quanmin.identity;

import io.quanmin.identity.Callers.Caller;
import io.quanmin.kernel.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** An endpoint of the service, as it is mapped, and as anybody may call it with a body that means nothing. */
record Endpoint(String method, String path, MediaType content, Access access) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final String SOME_ID = "990102-00000000000070008000000000000000";

    static List<Endpoint> all(RequestMappingHandlerMapping handlers) {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.quanmin."))
                .flatMap(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    static Endpoint get(String path) {
        return new Endpoint("GET", path, MediaType.APPLICATION_JSON, new Access.Closed());
    }

    private static Stream<Endpoint> of(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<MediaType> contents = mapping.getConsumesCondition().getConsumableMediaTypes();
        MediaType content = contents.stream().findFirst().orElse(MediaType.APPLICATION_JSON);
        Access access = Access.of(handler);
        return mapping.getPatternsCondition().getPatterns().stream()
                .map(PathPattern::getPatternString)
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .map(method -> new Endpoint(method, path, content, access)));
    }

    boolean isOpenByPath() {
        return HandlerRules.isOpen(PathContainer.parsePath(concrete()));
    }

    boolean isForEverybody() {
        return isOpenByPath() || access instanceof Access.Open;
    }

    boolean isFor(Role role) {
        return isForEverybody()
                || access instanceof Access.ForRoles wanted && wanted.roles().contains(role);
    }

    /** Calls it and answers the status; what comes after the headers is not waited for. */
    int call(int port, Caller caller) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + concrete()))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", contentType())
                .header("Idempotency-Key", "matrix-" + System.nanoTime())
                .method(method, method.equals("GET") ? none() : body());
        caller.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        try {
            HttpResponse<InputStream> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher none() {
        return HttpRequest.BodyPublishers.noBody();
    }

    private HttpRequest.BodyPublisher body() {
        boolean form = content.isCompatibleWith(MediaType.MULTIPART_FORM_DATA);
        return HttpRequest.BodyPublishers.ofString(form ? "--x--\r\n" : "{}");
    }

    private String contentType() {
        return content.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)
                ? content + ";boundary=x"
                : content.isConcrete() ? content.toString() : MediaType.APPLICATION_JSON_VALUE;
    }

    private String concrete() {
        return path.replaceAll("\\{[^/]*}", SOME_ID);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
