package io.quanmin.rulebook;

import java.util.Map;
import java.util.Set;

/**
 * What the service calls stages and steps by name: a flow may add to these, order and label them as it likes, but a case could not be
 * worked on under a flow in which one of them was called otherwise.
 */
final class FlowNames {

    /** Steps without which no case comes from its report to its end, and where the service looks for them. */
    static final Map<String, String> STEPS = Map.of(
            "report", "市民上报由此开始",
            "accept", "审核由此受理",
            "confirm", "核查由此立案",
            "dispatch", "派遣由此交给承办单位",
            "sign", "承办单位由此签收",
            "finish", "承办单位由此上报结果",
            "pass", "验收由此结案");

    /** Stages at which the service does more than the flow says. */
    static final Map<String, String> STAGES = Map.of(
            "in-review", "审核员在此定难度和联动方式",
            "in-verification", "志愿者在此核实上报",
            "registered", "系统在此自动派遣",
            "handling", "承办时限、延期和考核从此计算",
            "in-inspection", "志愿者在此核实结果",
            "closed", "评价、返工、回访和抽查由此开始");

    /** Every step a person may take; whoever called one otherwise would find that the service does not know it. */
    static final Set<String> OF_PEOPLE = Set.of(
            "report",
            "report-solved",
            "accept",
            "send-back",
            "reject",
            "merge",
            "unmerge",
            "withdraw",
            "supplement",
            "object",
            "confirm",
            "refute",
            "dispatch",
            "sign",
            "return",
            "finish",
            "pass",
            "refuse",
            "rate",
            "reopen",
            "uphold",
            "overturn",
            "urge",
            "supervise",
            "ask-extension",
            "grant-extension",
            "decline-extension",
            "shelve",
            "resume",
            "offer",
            "take-over",
            "claim",
            "give-back",
            "solve",
            "approve",
            "disapprove",
            "whistle",
            "call-more",
            "sign-task",
            "report-task",
            "return-task",
            "release-task");

    private FlowNames() {}
}
