package io.quanmin.embedded;

import java.io.IOException;
import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 store inside this process, over a folder. */
final class ObjectStore implements AutoCloseable {

    static final String ACCESS_KEY = "quanmin";

    private final S3Proxy server;
    private final String secret;

    private ObjectStore(S3Proxy server, String secret) {
        this.server = server;
        this.secret = secret;
    }

    static ObjectStore start(Home home, EmbeddedSettings settings) throws IOException {
        int port = Ports.claim("S3", "s3", settings.objectsPort());
        S3Proxy server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(home.folder("objects").toString()))
                .endpoint(URI.create("http://%s:%d".formatted(Ports.HOST, port)))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, home.secret())
                // Clients send headers the store has no use for, checksums among them.
                .ignoreUnknownHeaders(true)
                // Nobody uses it any more when it stops; Jetty would wait a second for stragglers.
                .stopTimeout(0)
                .build();
        return started(new ObjectStore(server, home.secret()));
    }

    private static ObjectStore started(ObjectStore store) throws IOException {
        try {
            store.server.start();
            return store;
        } catch (Exception e) {
            store.close();
            throw new IOException("the S3 store does not start", e);
        }
    }

    String address() {
        return "http://%s:%d".formatted(Ports.HOST, server.getPort());
    }

    String secretKey() {
        return secret;
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the S3 store does not stop", e);
        }
    }
}
