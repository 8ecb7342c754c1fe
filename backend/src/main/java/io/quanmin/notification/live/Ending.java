package io.quanmin.notification.live;

import org.springframework.web.reactive.socket.CloseStatus;

/** Why a connection ends, and by which code its client knows. */
enum Ending {
    /** This node stops: connect again. */
    NODE_STOPS(CloseStatus.GOING_AWAY),
    /** Silent for too long: connect again. */
    SILENT(CloseStatus.GOING_AWAY),
    /** Something here failed: connect again later. */
    TROUBLE(CloseStatus.SERVER_ERROR),
    /** The person opened more connections than they may have. */
    REPLACED(new CloseStatus(4409, "replaced")),
    /** The first frame was none, or came too late. */
    UNREADABLE(new CloseStatus(4400, "unreadable")),
    /** The ticket is unknown, used or expired: get another. */
    BAD_TICKET(new CloseStatus(4401, "ticket")),
    /** The session ended: log in. */
    SESSION_ENDED(new CloseStatus(4403, "session"));

    private final CloseStatus status;

    Ending(CloseStatus status) {
        this.status = status;
    }

    /** As a last frame. */
    String frame() {
        return "{\"kind\":\"end\",\"code\":%d}".formatted(status.getCode());
    }

    CloseStatus status() {
        return status;
    }
}
