package io.quanmin.media;

import io.minio.BucketExistsArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PostPolicy;
import io.minio.errors.MinioException;
import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.springframework.stereotype.Component;

/** Signs requests to the store. Nothing here goes over the network but the making of the bucket. */
@Component
final class StoreSigner {

    /** Of a request this service sends at once. */
    private static final Duration NOW = Duration.ofMinutes(10);

    private final MinioClient inner;
    private final MinioClient outer;
    private final String bucket;
    private final URI publicEndpoint;

    StoreSigner(MediaSettings settings) {
        this.inner = client(settings, settings.endpoint());
        this.outer = client(settings, settings.publicEndpoint());
        this.bucket = settings.bucket();
        this.publicEndpoint = settings.publicEndpoint();
    }

    /** With a region, which otherwise would be asked of the server before each signature. */
    private static MinioClient client(MediaSettings settings, URI endpoint) {
        return MinioClient.builder()
                .endpoint(endpoint.toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(new OkHttpClient.Builder()
                        .callTimeout(settings.storeTimeout())
                        .build())
                .build();
    }

    /** For this service's own use. */
    String inner(Http.Method method, String key) {
        return signed(inner, method, key, NOW);
    }

    /** A link that anybody who has it may read until it ends. */
    URI link(String key, Duration ttl) {
        return URI.create(signed(outer, Http.Method.GET, key, ttl));
    }

    private String signed(MinioClient client, Http.Method method, String key, Duration ttl) {
        try {
            return client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(method)
                    .bucket(bucket)
                    .object(key)
                    .expiry(Math.toIntExact(ttl.toSeconds()), TimeUnit.SECONDS)
                    .build());
        } catch (MinioException unsigned) {
            throw new IllegalStateException("A request to the store cannot be signed", unsigned);
        }
    }

    /** Where and with which fields exactly one object of this type and at most this size may be posted. */
    PostForm postForm(String key, String contentType, long size, ZonedDateTime until) {
        PostPolicy policy = new PostPolicy(bucket, until);
        policy.addEqualsCondition("key", key);
        policy.addEqualsCondition("Content-Type", contentType);
        policy.addContentLengthRangeCondition(1L, size);
        try {
            Map<String, String> fields = new HashMap<>(outer.getPresignedPostFormData(policy));
            fields.put("key", key);
            fields.put("Content-Type", contentType);
            return new PostForm(URI.create(publicEndpoint + "/" + bucket), fields);
        } catch (MinioException unsigned) {
            throw new IllegalStateException("A form for the store cannot be signed", unsigned);
        }
    }

    record PostForm(URI url, Map<String, String> fields) {}

    /** Makes the bucket when it is missing. Blocks. */
    void makeBucket() throws MinioException {
        if (!inner.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
            inner.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        }
    }
}
