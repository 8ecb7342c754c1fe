package io.quanmin.wechatsandbox.code;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The pages of the mini-program's released version; none at all before the first release. */
public final class ReleasedPages {

    private final Set<String> pages = ConcurrentHashMap.newKeySet();

    /** Replaces the released version. */
    public void release(Collection<String> paths) {
        pages.clear();
        pages.addAll(paths);
    }

    public Set<String> all() {
        return new TreeSet<>(pages);
    }

    boolean contains(String page) {
        return pages.contains(page);
    }
}
