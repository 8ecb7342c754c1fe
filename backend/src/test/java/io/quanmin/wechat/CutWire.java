package io.quanmin.wechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire to a server that can be cut, as when the server goes away. */
final class CutWire implements AutoCloseable {

    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    CutWire(String host, int port) throws IOException {
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.host = host;
        this.port = port;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void cut() {
        cut = true;
        sockets.forEach(CutWire::close);
        sockets.clear();
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket in = entrance.accept();
                if (cut) {
                    close(in);
                } else {
                    join(in, new Socket(host, port));
                }
            } catch (IOException closed) {
                // The entrance is closed, or nobody is behind it: whoever came finds that out.
            }
        }
    }

    private void join(Socket in, Socket out) {
        sockets.addAll(List.of(in, out));
        Thread.ofVirtual().start(() -> carry(in, out));
        Thread.ofVirtual().start(() -> carry(out, in));
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // Either end has gone, so the other goes too.
        }
        close(from);
        close(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        entrance.close();
    }
}
