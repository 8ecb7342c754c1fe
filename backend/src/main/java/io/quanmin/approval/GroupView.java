package io.quanmin.approval;

import io.quanmin.identity.PersonName;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The working group as its members see it.
 *
 * @param members present ones first, who left the city's service among the past, the head before the others
 * @param mine whether whoever asks belongs to it today
 * @param head whether whoever asks leads it today
 */
record GroupView(List<OfGroup> members, boolean mine, boolean head) {

    static GroupView of(Actor actor, List<Member> members, Map<Id, PersonName> names, Predicate<Member> present) {
        List<OfGroup> seen = members.stream()
                .map(member -> OfGroup.of(member, names, present.test(member)))
                .sorted(Comparator.comparing(OfGroup::present)
                        .thenComparing(OfGroup::head)
                        .reversed())
                .toList();
        List<Member> own = members.stream()
                .filter(member -> present.test(member) && actor.person().equals(member.person()))
                .toList();
        return new GroupView(seen, !own.isEmpty(), own.stream().anyMatch(Member::head));
    }

    /** A member, present or past. */
    record OfGroup(
            Id id,
            @Nullable Id person,
            String name,
            @Nullable String unit,
            String duty,
            boolean head,
            boolean present,
            LocalDate from,
            @Nullable LocalDate until) {

        private static OfGroup of(Member member, Map<Id, PersonName> names, boolean present) {
            PersonName name = member.person() == null ? null : names.get(member.person());
            return new OfGroup(
                    member.id(),
                    member.person(),
                    name == null ? "已注销" : name.name(),
                    name == null ? null : name.unit(),
                    member.duty(),
                    member.head(),
                    present,
                    member.from(),
                    member.until());
        }
    }
}
