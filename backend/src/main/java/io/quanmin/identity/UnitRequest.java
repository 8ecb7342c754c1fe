package io.quanmin.identity;

import io.quanmin.kernel.Form;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unit as an administrator writes it down.
 *
 * @param parent code of the unit above it
 */
record UnitRequest(
        @Nullable String name,
        @Nullable String area,
        @Nullable String parent,
        Unit.@Nullable Kind kind) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern AREA = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");
    private static final int NAME = 60;
    private static final int PARENT = 40;

    NewUnit read(String code) {
        Form form = new Form();
        if (!CODE.matcher(code).matches()) {
            form.refuse("code", "unfit", "单位代码须以小写字母开头，只含小写字母、数字和连字符");
        }
        String words = form.words("name", name, NAME);
        if (area == null || !AREA.matcher(area).matches()) {
            form.refuse("area", "not-a-division", "辖区须为区划代码");
        }
        String above = form.maybeWords("parent", parent, PARENT);
        form.check();
        return new NewUnit(code, words, String.valueOf(area), above, kind == null ? Unit.Kind.DEPARTMENT : kind);
    }
}
