package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.ProblemAnswer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CorsSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import reactor.core.publisher.Mono;

/** The one filter chain: a bearer token or the console's cookie says who comes, the handler says who may. {@link Forgery} looks at what comes with a cookie. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    /** Scripts of the pages are the pages' own; nobody frames them. Pictures come from the store, whose address is a setting. */
    private static final String CONTENT =
            "frame-ancestors 'none'; base-uri 'self'; object-src 'none'; form-action 'self'";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    SecurityWebFilterChain securityFilters(
            ServerHttpSecurity http, RequestSessions sessions, HandlerRules rules, ProblemAnswer answer) {
        return http.csrf(CsrfSpec::disable)
                .cors(CorsSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .headers(SecurityConfiguration::headers)
                .securityContextRepository(sessions)
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(
                                (exchange, nobody) -> answer.write(exchange, new NotLoggedIn()))
                        .accessDeniedHandler((exchange, denied) -> answer.write(exchange, new NotYourRole())))
                .authorizeExchange(exchanges -> exchanges.anyExchange().access(rules))
                .build();
    }

    /** Nobody logs in by Spring Security's own means; without this it would invent a user with a printed password. */
    @Bean
    ReactiveAuthenticationManager nobodyByPassword() {
        return authentication -> Mono.error(new BadCredentialsException("Sessions are opened at /api/v1/sessions"));
    }

    @Bean
    WebFluxConfigurer actorArguments(ActorArgument argument) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(argument);
            }
        };
    }

    private static void headers(HeaderSpec headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicy(
                        permissions -> permissions.policy("geolocation=(self), camera=(self), microphone=()"));
    }
}
