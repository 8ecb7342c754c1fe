package io.quanmin.wechat;

/**
 * WeChat's judgement of a text.
 *
 * @param label WeChat's number, 100 when nothing is wrong
 */
public record TextVerdict(Suggestion suggestion, int label) {}
