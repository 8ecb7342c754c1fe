package io.quanmin.outbox;

import io.quanmin.kernel.Id;

/** An event about to be written, as JSON. */
record FreshEvent(Id id, String name, String payload) {}
