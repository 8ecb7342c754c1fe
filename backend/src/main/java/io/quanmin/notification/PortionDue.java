package io.quanmin.notification;

import io.quanmin.kernel.Id;
import io.quanmin.notice.Notice;
import io.quanmin.outbox.EventName;
import java.util.List;

/**
 * A part of everybody who is to get a notice.
 *
 * @param event id of the notice's event: whoever has an item of it gets no second
 */
@EventName("notification.portion-due")
record PortionDue(Id event, Notice notice, List<Id> persons) {}
