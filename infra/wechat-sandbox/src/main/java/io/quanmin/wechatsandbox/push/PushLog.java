package io.quanmin.wechatsandbox.push;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The last pushes. */
final class PushLog {

    private static final int KEPT = 2_000;

    private final SequencedMap<Long, PushRecord> records = new LinkedHashMap<>();

    synchronized void put(PushRecord record) {
        records.put(record.id(), record);
        if (records.size() > KEPT) {
            Map.Entry<Long, PushRecord> oldest = records.firstEntry();
            records.remove(oldest.getKey());
        }
    }

    /** Newest first. */
    synchronized List<PushRecord> all() {
        return List.copyOf(records.reversed().values());
    }
}
