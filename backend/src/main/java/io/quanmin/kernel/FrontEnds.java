package io.quanmin.kernel;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The pages people open in a browser. Everything under {@code classpath:/static} is served as it lies; this adds what a
 * folder does not say by itself: {@code /m} and {@code /m/} are the mini-program's first page, and every address under
 * {@code /console/} that is no file is a place within the console. Open to everybody: what a page shows is asked of the API.
 *
 * <p>Where the build had no Node there are no pages, and neither is found.
 */
@Configuration(proxyBeanMethods = false)
class FrontEnds {

    private static final ClassPathResource MINI_PROGRAM = new ClassPathResource("static/m/index.html");
    private static final ClassPathResource CONSOLE = new ClassPathResource("static/console/index.html");

    /** A file has an ending; a place within the console has none. */
    private static final RequestPredicate PLACE_IN_CONSOLE = GET("/console/**")
            .and(request -> request.path().lastIndexOf('.') < request.path().lastIndexOf('/'));

    @Bean
    RouterFunction<ServerResponse> firstPages(ConsolePolicy policy) {
        return route(GET("/m"), request -> moved("/m/"))
                .andRoute(GET("/m/"), request -> firstPage(MINI_PROGRAM, headers -> {}))
                .andRoute(GET("/console"), request -> moved("/console/"))
                .andRoute(
                        PLACE_IN_CONSOLE,
                        request -> firstPage(
                                CONSOLE, headers -> headers.set("Content-Security-Policy", policy.directives())));
    }

    private static Mono<ServerResponse> moved(String to) {
        return ServerResponse.permanentRedirect(URI.create(to)).build();
    }

    // The page names its scripts by content, so only the page itself must be asked for again.
    private static Mono<ServerResponse> firstPage(ClassPathResource page, Consumer<HttpHeaders> more) {
        return page.exists()
                ? ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                        .headers(more)
                        .bodyValue(page)
                : ServerResponse.notFound().build();
    }
}
