package io.quanmin.wechatsandbox.message;

import java.util.List;

/** The templates a fresh stand-in has: three for the citizen, one for the officer on duty. */
public final class DefaultTemplates {

    private DefaultTemplates() {}

    public static List<Template> all() {
        return List.of(
                forCitizen("tmpl-accepted", "受理通知"),
                forCitizen("tmpl-handled", "处置结果通知"),
                forCitizen("tmpl-closed", "结案通知"),
                Template.service(
                        "tmpl-duty",
                        "待办提醒",
                        Field.of("character_string1", "案件编号"),
                        Field.of("thing2", "问题类型"),
                        Field.of("thing3", "地点"),
                        Field.of("time4", "办理时限"),
                        Field.of("thing5", "备注")));
    }

    private static Template forCitizen(String id, String title) {
        return Template.oneTime(
                id,
                title,
                Field.of("character_string1", "案件编号"),
                Field.of("thing2", "问题类型"),
                Field.of("phrase3", "状态"),
                Field.of("time4", "时间"),
                Field.of("thing5", "备注"));
    }
}
