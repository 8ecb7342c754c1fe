package io.quanmin.wechatsandbox.people;

import java.util.List;

/** The twelve users a fresh stand-in has. */
final class DefaultPeople {

    static final List<Person> ALL = List.of(
            new Person("u01", "林小满", "市民", "17000000001"),
            new Person("u02", "陈国栋", "市民", "17000000002"),
            new Person("u03", "赵雨桐", "市民", "17000000003"),
            new Person("u04", "孙长河", "市民", "17000000004"),
            new Person("u05", "吴思远", "市民", "17000000005"),
            new Person("u06", "周秋白", "市民", "17000000006"),
            new Person("u07", "郑明月", "审核员", "17000000007"),
            new Person("u08", "何立新", "核查员", "17000000008"),
            new Person("u09", "沈知秋", "派遣员", "17000000009"),
            new Person("u10", "韩大伟", "经办人", "17000000010"),
            new Person("u11", "许青禾", "经办人", "17000000011"),
            new Person("u12", "唐文心", "宣传员", "17000000012"));

    private DefaultPeople() {}
}
