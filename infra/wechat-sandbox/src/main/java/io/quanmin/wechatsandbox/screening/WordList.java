package io.quanmin.wechatsandbox.screening;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The words the text check knows, with what it says to each. */
public final class WordList {

    /** A word that was found. */
    record Hit(String word, Verdict verdict) {}

    private final Map<String, Verdict> words = new ConcurrentHashMap<>(Map.of(
            "加微信", Verdict.review(10001),
            "低价出售", Verdict.review(10001),
            "违禁政治词", Verdict.risky(20001),
            "色情", Verdict.risky(20002),
            "傻逼", Verdict.risky(20003),
            "混蛋", Verdict.review(20003),
            "赌博", Verdict.risky(20006),
            "刷单", Verdict.risky(20008),
            "低俗", Verdict.review(20012)));

    public void add(String word, Verdict verdict) {
        words.put(word, verdict);
    }

    public void remove(String word) {
        words.remove(word);
    }

    public Map<String, Verdict> all() {
        return new TreeMap<>(words);
    }

    /** The worst word in the text: risky before review. */
    Optional<Hit> worst(String text) {
        return words.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(entry -> new Hit(entry.getKey(), entry.getValue()))
                .max((a, b) -> rank(a) - rank(b));
    }

    private static int rank(Hit hit) {
        return hit.verdict().suggest().equals("risky") ? 1 : 0;
    }
}
