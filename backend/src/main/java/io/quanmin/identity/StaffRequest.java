package io.quanmin.identity;

import io.quanmin.kernel.Form;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A staff member as an administrator writes them down.
 *
 * @param login only of somebody new
 * @param password for the desk, only of somebody new; absent where they serve from WeChat only
 * @param unit code of their unit
 * @param area code of the division they work in, or its first four digits for the whole city
 */
record StaffRequest(
        @Nullable String login,
        @Nullable String name,
        @Nullable String password,
        @Nullable String unit,
        @Nullable String area,
        @Nullable Boolean onDuty) {

    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._-]{3,40}");
    private static final Pattern AREA = Pattern.compile("\\d{4}|\\d{6}|\\d{9}|\\d{12}");
    private static final int NAME = 20;
    private static final int CODE = 40;
    private static final int PASSWORD = 128;

    /** Never shows the password. */
    @Override
    public String toString() {
        return "StaffRequest[" + login + "]";
    }

    NewStaff added() {
        Form form = new Form();
        if (login == null || !LOGIN.matcher(login).matches()) {
            form.refuse("login", "unfit", "登录名须为 3 到 40 位字母、数字、点、下划线或连字符");
        }
        if (password != null && password.length() > PASSWORD) {
            form.refuse("password", "too-long", "最多 " + PASSWORD + " 个字");
        }
        return read(form, String.valueOf(login), password == null || password.isEmpty() ? null : password);
    }

    NewStaff changed() {
        return read(new Form(), "", null);
    }

    private NewStaff read(Form form, String as, @Nullable String secret) {
        String words = form.words("name", name, NAME);
        String of = form.maybeWords("unit", unit, CODE);
        String where = form.maybeWords("area", area, CODE);
        if (where != null && !AREA.matcher(where).matches()) {
            form.refuse("area", "not-a-division", "辖区须为区划代码");
        }
        form.check();
        return new NewStaff(as, words, secret, Set.of(), of, where, Boolean.TRUE.equals(onDuty));
    }
}
