package io.quanmin.wechat.callback;

import io.quanmin.kernel.Anyone;
import java.util.Objects;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where WeChat's servers push to; {@code mini} and {@code service} are the city's two accounts. */
@RestController
@RequestMapping("/wechat/callback/{account}")
class CallbackEndpoint {

    private static final int LONGEST_ECHO = 128;

    private final Receiving receiving;
    private final int maxBody;

    CallbackEndpoint(Receiving receiving, CallbackSettings settings) {
        this.receiving = receiving;
        this.maxBody = Math.toIntExact(settings.maxBody().toBytes());
    }

    /** WeChat's console wants its own words back before it saves the address. */
    @Anyone
    @GetMapping
    ResponseEntity<String> verify(@PathVariable String account, ServerWebExchange exchange) {
        var query = exchange.getRequest().getQueryParams();
        receiving.verify(account, PushProof.of(query));
        String echo = Objects.requireNonNullElse(query.getFirst("echostr"), "");
        if (echo.isEmpty() || echo.length() > LONGEST_ECHO) {
            throw new PushUnreadable();
        }
        return plain(echo);
    }

    /** {@code success} in clear is an answer in every mode; without it WeChat pushes twice more. */
    @Anyone
    @PostMapping
    Mono<ResponseEntity<String>> receive(@PathVariable String account, ServerWebExchange exchange) {
        PushProof proof = PushProof.of(exchange.getRequest().getQueryParams());
        return DataBufferUtils.join(exchange.getRequest().getBody(), maxBody)
                .map(CallbackEndpoint::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> receiving.receive(account, proof, body))
                .then(Mono.fromSupplier(() -> plain("success")));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static ResponseEntity<String> plain(String text) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(text);
    }
}
