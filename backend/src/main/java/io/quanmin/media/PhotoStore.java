package io.quanmin.media;

import io.minio.Http;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * The S3 store of photos. Bytes go by the event loop with back-pressure and always with their length, without which MinIO
 * refuses them. Every failure is {@link PhotoStoreAway}.
 */
@Component
final class PhotoStore implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoStore.class);
    private static final int CONNECTIONS = 64;
    private static final int WAITING = 1_000;
    private static final int CONNECT_MILLIS = 3_000;
    private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(ByteBufAllocator.DEFAULT);

    private final StoreSigner signer;
    private final ConnectionProvider connections;
    private final HttpClient http;
    private final Scheduler starter = Schedulers.newBoundedElastic(1, WAITING, "photo-store");
    private final Mono<Void> ready;
    private volatile boolean hasBucket;

    PhotoStore(StoreSigner signer, MediaSettings settings) {
        this.signer = signer;
        this.connections = ConnectionProvider.builder("photo-store")
                .maxConnections(CONNECTIONS)
                .pendingAcquireMaxCount(WAITING)
                .pendingAcquireTimeout(settings.storeTimeout())
                .maxIdleTime(settings.storeTimeout())
                .build();
        this.http = HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .responseTimeout(settings.storeTimeout());
        this.ready = Mono.fromCallable(this::bucket).subscribeOn(starter).then();
    }

    /** Empty once the bucket is there; cheap after the first time. */
    Mono<Void> ready() {
        return Mono.defer(() -> hasBucket ? Mono.empty() : ready).onErrorMap(PhotoStore::away);
    }

    private boolean bucket() throws Exception {
        if (!hasBucket) {
            signer.makeBucket();
            hasBucket = true;
        }
        return hasBucket;
    }

    /** Keeps a file under a key. */
    Mono<Void> put(String key, String contentType, Path file, long size) {
        return put(key, contentType, size, (request, out) -> out.sendFile(file, 0, size));
    }

    /** Keeps some bytes under a key. */
    Mono<Void> put(String key, String contentType, byte[] content) {
        return put(key, contentType, content.length, (request, out) -> out.sendByteArray(Mono.just(content)));
    }

    private Mono<Void> put(
            String key,
            String contentType,
            long size,
            BiFunction<HttpClientRequest, NettyOutbound, Publisher<Void>> body) {
        return Mono.defer(() -> http.headers(headers -> headers.set(HttpHeaderNames.CONTENT_LENGTH, size)
                                .set(HttpHeaderNames.CONTENT_TYPE, contentType)
                                .set(HttpHeaderNames.CACHE_CONTROL, "private, max-age=86400"))
                        .put()
                        .uri(signer.inner(Http.Method.PUT, key))
                        .send(body)
                        .response())
                .doOnNext(response -> requireDone(response, key))
                .onErrorMap(PhotoStore::away)
                .then();
    }

    /** Removes what is under a key; nothing there is well too. */
    Mono<Void> delete(String key) {
        return Mono.defer(() ->
                        http.delete().uri(signer.inner(Http.Method.DELETE, key)).response())
                .filter(response -> response.status().code() != 404)
                .doOnNext(response -> requireDone(response, key))
                .onErrorMap(PhotoStore::away)
                .then();
    }

    /** What is under a key; fails with {@link io.quanmin.kernel.NoSuchThing} when nothing is. */
    Flux<DataBuffer> get(String key) {
        return Flux.defer(() -> http.get()
                        .uri(signer.inner(Http.Method.GET, key))
                        .response((response, body) -> {
                            if (response.status().code() == 404) {
                                return Flux.error(new io.quanmin.kernel.NoSuchThing());
                            }
                            requireDone(response, key);
                            return body.retain().<DataBuffer>map(BUFFERS::wrap);
                        }))
                .onErrorMap(PhotoStore::away);
    }

    private static void requireDone(HttpClientResponse response, String key) {
        if (response.status().code() / 100 != 2) {
            LOG.warn("The photo store answers {} for {}", response.status(), key);
            throw new PhotoStoreAway();
        }
    }

    private static Throwable away(Throwable failure) {
        if (failure instanceof io.quanmin.kernel.Problem) {
            return failure;
        }
        LOG.warn("The photo store does not answer: {}", failure.toString());
        return new PhotoStoreAway();
    }

    @Override
    public void destroy() {
        starter.dispose();
        connections.dispose();
    }
}
