package io.quanmin.outbox;

/** Something that happens in these tests: the {@code nth} time to its subject. */
@EventName("test.happened")
record Happened(int nth) {}
