package io.quanmin.media;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.messages.Item;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.test.context.TestComponent;

/** What is really in the bucket, asked of the store itself. */
@TestComponent
final class StoredObjects {

    private final MinioClient store;
    private final String bucket;

    StoredObjects(MediaSettings settings) {
        this.bucket = settings.bucket();
        this.store = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .credentials(settings.accessKey(), settings.secretKey())
                .build();
    }

    Set<String> all() throws Exception {
        Set<String> keys = new TreeSet<>();
        for (Result<Item> item : store.listObjects(
                ListObjectsArgs.builder().bucket(bucket).recursive(true).build())) {
            keys.add(item.get().objectName());
        }
        return keys;
    }
}
