package io.quanmin.rulebook;

import java.util.List;

/** The catalogue as citizens read it: without units and limits, which are the city's own business. */
record CatalogueView(int version, List<Group> groups) {

    static CatalogueView of(Rules rules) {
        return new CatalogueView(
                rules.version(),
                rules.groups().stream()
                        .map(group -> Group.of(group, rules.forms()))
                        .toList());
    }

    /** A major class. */
    record Group(String code, String name, List<Type> types) {

        private static Group of(TypeGroup group, FormRules forms) {
            return new Group(
                    group.code(),
                    group.name(),
                    group.types().stream()
                            .map(type -> Type.of(type, forms.fields(type.code())))
                            .toList());
        }
    }

    /**
     * A type of problem.
     *
     * @param fields what is asked about it beside the description
     */
    record Type(
            String code,
            String name,
            String hint,
            ProblemType.Difficulty difficulty,
            boolean dangerous,
            List<String> hotlines,
            List<FormRules.Field> fields) {

        private static Type of(ProblemType type, List<FormRules.Field> fields) {
            return new Type(
                    type.code(),
                    type.name(),
                    type.hint(),
                    type.difficulty(),
                    type.dangerous(),
                    type.hotlines(),
                    fields);
        }
    }
}
