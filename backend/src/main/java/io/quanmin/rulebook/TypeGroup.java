package io.quanmin.rulebook;

import java.util.List;

/** A major class of problems, such as 市容环境. */
public record TypeGroup(String code, String name, List<ProblemType> types) {

    public TypeGroup {
        types = List.copyOf(types);
    }
}
