package io.quanmin.local.demo;

import io.quanmin.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the demo city, who is also a user of the WeChat sandbox.
 *
 * @param id theirs in the sandbox
 * @param role {@code CITIZEN} for those who do not serve
 * @param title what they are, in the words of the demo switch
 * @param login for the desk; absent for citizens
 * @param unit code of the unit they serve in
 */
record Persona(
        String id,
        String name,
        Role role,
        String title,
        @Nullable String login,
        @Nullable String unit) {

    /** The password of every desk account of the demo city: it exists on this machine only. */
    static final String PASSWORD = "Yunxi-2026-demo";

    /** Units of the district, then offices of the city, its streets and communities, as the rulebook names them. */
    static final List<DemoUnit> UNITS = List.of(
            new DemoUnit("urban-management", "城市管理局", DemoCity.DISTRICT, null, false),
            new DemoUnit("sanitation", "环卫中心", DemoCity.DISTRICT, null, false),
            new DemoUnit("greening", "园林绿化中心", DemoCity.DISTRICT, null, false),
            new DemoUnit("municipal-works", "市政养护中心", DemoCity.DISTRICT, null, false),
            new DemoUnit("water", "云溪水务公司", DemoCity.DISTRICT, null, true),
            new DemoUnit("traffic-police", "交警大队", DemoCity.DISTRICT, null, false),
            new DemoUnit("housing", "住房和城乡建设局", DemoCity.DISTRICT, null, false),
            new DemoUnit("emergency", "应急指挥中心", DemoCity.DISTRICT, null, false),
            new DemoUnit("city-command", "云溪市城市运行中心", "990100", null, false),
            office("linxi-street", "临溪街道办事处", "990102001", null),
            office("qingshi-street", "青石街道办事处", "990102002", null),
            office("guihua-street", "桂花街道办事处", "990102003", null),
            office("yumatou-community", "渔码头社区居委会", "990102001001", "linxi-street"),
            office("linxi-community", "临溪社区居委会", "990102001002", "linxi-street"),
            office("nanpu-community", "南浦社区居委会", "990102001003", "linxi-street"),
            office("wenmiao-community", "文庙社区居委会", "990102002001", "qingshi-street"),
            office("qingshiqiao-community", "青石桥社区居委会", "990102002002", "qingshi-street"),
            office("dongmen-community", "东门社区居委会", "990102002003", "qingshi-street"),
            office("wutong-community", "梧桐社区居委会", "990102003001", "guihua-street"),
            office("guihua-community", "桂花社区居委会", "990102003002", "guihua-street"),
            office("xinmin-community", "新民社区居委会", "990102003003", "guihua-street"));

    private static DemoUnit office(String code, String name, String area, @Nullable String parent) {
        return new DemoUnit(code, name, area, parent, false);
    }

    private static final int DISTRICT_UNITS = 8;

    static final List<Persona> ALL = everybody();

    private static List<Persona> everybody() {
        List<Persona> all = new ArrayList<>();
        citizens(all, "林小满", "陈国栋", "王秀英", "赵一鸣", "周晓云", "何建军");
        all.add(staff("u07", "沈清", Role.REVIEWER, "审核员", "shenqing", null));
        all.add(staff("u08", "罗敏", Role.REVIEWER, "审核员", "luomin", null));
        all.add(staff("u09", "韩枫", Role.VERIFIER, "核查员", "hanfeng", null));
        all.add(staff("u10", "吴桐", Role.VERIFIER, "核查员", "wutong", null));
        all.add(staff("u11", "曹宁", Role.DISPATCHER, "派遣员", "caoning", null));
        officers(all, "马超群", "孙丽", "郑园", "冯磊", "田水生", "高峰", "杜安", "石毅");
        all.add(staff("u20", "苏晴", Role.PUBLICITY, "宣传专员", "suqing", null));
        all.add(staff("u21", "方正", Role.SUPERVISOR, "监督员", "fangzheng", null));
        all.add(staff("u30", "温小暖", Role.HOTLINE_CLERK, "接线员", "wenxiaonuan", null));
        all.add(staff("u22", "程远", Role.SYSTEM_ADMIN, "系统管理员", "chengyuan", null));
        all.add(staff("u28", "顾明", Role.OFFICER, "环卫中心经办人", "guming", "sanitation"));
        offices(all, "向荣", "林海", "石磊", "桂兰", "于舟", "凌霜", "南风", "文静", "乔木", "东升", "吴桦", "金桂", "辛夷");
        all.add(staff("u31", "周明远", Role.WORKING_GROUP, "工作专班组长", "zhoumingyuan", null));
        all.add(staff("u32", "叶知秋", Role.WORKING_GROUP, "工作专班成员", "yezhiqiu", null));
        all.add(staff("u33", "顾长风", Role.WORKING_GROUP, "工作专班成员", "guchangfeng", null));
        all.add(staff("u34", "白露", Role.WORKING_GROUP, "工作专班成员", "bailu", null));
        all.add(staff("u35", "严守", Role.SECURITY_ADMIN, "安全管理员", "yanshou", null));
        all.add(staff("u36", "明鉴", Role.AUDIT_ADMIN, "审计管理员", "mingjian", null));
        return List.copyOf(all);
    }

    private static void citizens(List<Persona> all, String... names) {
        for (String name : names) {
            all.add(new Persona("u%02d".formatted(all.size() + 1), name, Role.CITIZEN, "市民", null, null));
        }
    }

    /** One officer for each of the first units, in order. */
    private static void officers(List<Persona> all, String... names) {
        for (int i = 0; i < names.length; i++) {
            DemoUnit unit = UNITS.get(i);
            String id = "u%02d".formatted(12 + i);
            all.add(staff(id, names[i], Role.OFFICER, unit.name() + "经办人", unit.code(), unit.code()));
        }
    }

    /** One officer for each office of the city, its streets and communities, in order. */
    private static void offices(List<Persona> all, String... names) {
        for (int i = 0; i < names.length; i++) {
            DemoUnit unit = UNITS.get(DISTRICT_UNITS + i);
            String id = "u%02d".formatted(41 + i);
            all.add(staff(id, names[i], Role.OFFICER, unit.name() + "经办人", unit.code(), unit.code()));
        }
    }

    private static Persona staff(String id, String name, Role role, String title, String login, @Nullable String unit) {
        return new Persona(id, name, role, title, login, unit);
    }

    /** Whether they serve the whole city and not one district. */
    boolean rules() {
        return role == Role.SYSTEM_ADMIN
                || role == Role.SECURITY_ADMIN
                || role == Role.AUDIT_ADMIN
                || role == Role.WORKING_GROUP;
    }

    boolean serves() {
        return login != null;
    }

    /** A department or partner of the demo city. */
    record DemoUnit(
            String code, String name, String area, @Nullable String parent, boolean partner) {}
}
