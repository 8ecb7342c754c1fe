package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The cases of somebody's desk as rows of a table, for whoever writes them into a file. */
public interface DeskCases {

    /**
     * The cases the actor would see page by page in {@code GET /api/v1/desk/cases} with the same filter, in its order; read in short
     * statements, so that a slow reader holds no connection. What is filed meanwhile may be missing. Fails with
     * {@code NotYourRole} for who has no desk, and with {@code InvalidFields} for a filter that cannot be meant or is not known.
     *
     * @param filter by the names of that operation: {@code stage} may have many values, the others one; {@code queue} and
     *     {@code sort} among them
     * @param most no more rows than this
     */
    Flux<Row> rows(Map<String, List<String>> filter, Actor actor, long most);

    /**
     * A case.
     *
     * @param type in words; so are {@code stage} and {@code unit}
     * @param dueAt by when this stage must be left; absent where nobody is bound
     * @param unit that has it; absent while none does
     */
    record Row(
            String number,
            String type,
            String stage,
            String description,
            String address,
            String areaName,
            @Nullable String unit,
            Instant reportedAt,
            @Nullable Instant dueAt,
            boolean overdue,
            boolean dangerous,
            boolean supervised) {}
}
