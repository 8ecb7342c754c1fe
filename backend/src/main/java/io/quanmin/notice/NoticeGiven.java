package io.quanmin.notice;

import io.quanmin.outbox.EventName;

/** A notice was given and has to reach its people. */
@EventName("notice.given")
public record NoticeGiven(Notice notice) {}
