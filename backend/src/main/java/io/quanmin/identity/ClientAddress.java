package io.quanmin.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Where a request comes from, as limits count it. Behind a proxy set {@code server.forward-headers-strategy}. */
final class ClientAddress {

    private static final int IPV6_NETWORK_BYTES = 8;

    private ClientAddress() {}

    static String of(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        return remote == null ? "unknown" : counted(remote.getAddress(), remote.getHostString());
    }

    /** One subscriber owns a whole /64 of IPv6 and may change addresses inside it at will. */
    private static String counted(@Nullable InetAddress address, String unresolved) {
        if (address instanceof Inet6Address) {
            return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES));
        }
        return address == null ? unresolved : address.getHostAddress();
    }
}
