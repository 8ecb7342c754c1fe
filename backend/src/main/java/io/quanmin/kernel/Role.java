package io.quanmin.kernel;

/** What a person may be. Everybody logged in through WeChat is a citizen; the others are given to staff. */
public enum Role {
    CITIZEN,
    REVIEWER,
    VERIFIER,
    DISPATCHER,
    /** Handles tasks of a unit 经办人. */
    OFFICER,
    /** Leads a unit. */
    LEADER,
    PUBLICITY,
    SUPERVISOR,
    /** Answers for the rules 工作专班; who leads it is a membership. */
    WORKING_GROUP,
    /** Writes down what people report by phone 接线员. */
    HOTLINE_CLERK,
    SYSTEM_ADMIN,
    SECURITY_ADMIN,
    AUDIT_ADMIN
}
