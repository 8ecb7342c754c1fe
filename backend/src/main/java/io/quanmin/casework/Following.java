package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who follows a case beside its reporter.
 *
 * @param reporters of cases merged into it: told as its own reporter is
 * @param supporters who said "me too": told that it goes on, without what was written to the reporter
 */
record Following(List<Id> reporters, List<Id> supporters) {

    static final Following NOBODY = new Following(List.of(), List.of());

    Following {
        reporters = List.copyOf(reporters);
        supporters = List.copyOf(supporters);
    }

    /** Who is told as a supporter: not who is told as a reporter already. */
    List<Id> supportersBut(List<Id> told) {
        return supporters.stream().filter(person -> !told.contains(person)).toList();
    }

    /** The reporter and those of merged cases, each once. */
    List<Id> reportersWith(Stream<Id> reporter) {
        return Stream.concat(reporter, reporters.stream()).distinct().toList();
    }
}
