package io.quanmin.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** By the dictionary and the hidden Markov model inside Lucene's jar; nothing is fetched from anywhere. */
@Component
final class DictionarySegmentation implements Segmentation, DisposableBean {

    private static final String ANY_FIELD = "text";

    /** No word is left out: 没 and 不 matter. Punctuation alone never counts. */
    private final Analyzer analyzer = new SmartChineseAnalyzer(new CharArraySet(List.of(",", "，"), false));

    @Override
    public List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(ANY_FIELD, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
            return List.copyOf(words);
        } catch (IOException unreadable) {
            // A string is read without input or output.
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void destroy() {
        analyzer.close();
    }
}
