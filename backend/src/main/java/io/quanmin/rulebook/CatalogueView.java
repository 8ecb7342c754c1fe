package io.quanmin.rulebook;

import java.util.List;

/** The catalogue as citizens read it: without units and limits, which are the city's own business. */
record CatalogueView(int version, List<Group> groups) {

    static CatalogueView of(Rules rules) {
        return new CatalogueView(
                rules.version(), rules.groups().stream().map(Group::of).toList());
    }

    /** A major class. */
    record Group(String code, String name, List<Type> types) {

        private static Group of(TypeGroup group) {
            return new Group(
                    group.code(),
                    group.name(),
                    group.types().stream().map(Type::of).toList());
        }
    }

    /** A type of problem. */
    record Type(
            String code,
            String name,
            String hint,
            ProblemType.Difficulty difficulty,
            boolean dangerous,
            List<String> hotlines) {

        private static Type of(ProblemType type) {
            return new Type(
                    type.code(), type.name(), type.hint(), type.difficulty(), type.dangerous(), type.hotlines());
        }
    }
}
