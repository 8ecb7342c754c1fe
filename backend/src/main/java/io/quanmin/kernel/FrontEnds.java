package io.quanmin.kernel;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The pages people open in a browser. Everything under {@code classpath:/static} is served as it lies; this adds what a
 * folder does not say by itself: {@code /m} and {@code /m/} are the mini-program's first page. Open to everybody.
 *
 * <p>Where the build had no Node there are no pages, and {@code /m/} is not found.
 */
@Configuration(proxyBeanMethods = false)
class FrontEnds {

    private static final ClassPathResource MINI_PROGRAM = new ClassPathResource("static/m/index.html");

    @Bean
    RouterFunction<ServerResponse> miniProgramPages() {
        return route(
                        GET("/m"),
                        request -> ServerResponse.permanentRedirect(URI.create("/m/"))
                                .build())
                .andRoute(
                        GET("/m/"),
                        request -> MINI_PROGRAM.exists()
                                ? firstPage()
                                : ServerResponse.notFound().build());
    }

    // The page names its scripts by content, so only the page itself must be asked for again.
    private static Mono<ServerResponse> firstPage() {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                .bodyValue(MINI_PROGRAM);
    }
}
