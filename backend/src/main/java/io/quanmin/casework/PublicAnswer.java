package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.QualityRules.Reply;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The official public answer of a case (公开答复): its templates, with what they leave open filled in. */
final class PublicAnswer {

    private PublicAnswer() {}

    /** What somebody wrote, or what the rulebook proposes; absent where it proposes nothing. */
    static @Nullable String proposed(Facts facts, @Nullable String written) {
        return written != null
                ? written
                : facts.rules()
                        .quality()
                        .reply(facts.subject().now().type())
                        .map(reply -> filled(facts, reply))
                        .orElse(null);
    }

    /** What whoever closes the case wrote, or left as it was proposed. */
    static @Nullable String checked(Facts facts, @Nullable String corrected) {
        String standing = facts.subject().now().answer();
        return corrected != null ? corrected : standing != null ? standing : proposed(facts, null);
    }

    /** All that may be offered, the likeliest first. */
    static List<OfferedReply> offered(Facts facts) {
        return facts.rules().quality().repliesTo(facts.subject().now().type()).stream()
                .map(reply -> new OfferedReply(reply.name(), filled(facts, reply)))
                .toList();
    }

    private static String filled(Facts facts, Reply reply) {
        CaseFile file = facts.subject();
        return reply.words()
                .replace("{number}", file.number())
                .replace("{place}", file.origin().publicPlace())
                .replace(
                        "{type}",
                        facts.rules()
                                .type(file.now().type())
                                .map(ProblemType::name)
                                .orElse(file.now().type()))
                .replace("{unit}", unit(facts, file.now().unit()));
    }

    private static String unit(Facts facts, @Nullable Id id) {
        return facts.units().stream()
                .filter(unit -> Objects.equals(unit.id(), id))
                .map(Unit::name)
                .findFirst()
                .orElse(facts.subject().now().linkage().mode() == LinkageMode.SELF ? "热心市民" : "承办单位");
    }

    /**
     * A template for this case.
     *
     * @param name by which it is chosen
     * @param words as the public would read them
     */
    record OfferedReply(String name, String words) {}
}
