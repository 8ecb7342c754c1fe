/** WeChat's contract, kept against the sandbox: docs/wechat-cases.md maps each known trap to its test here. */
@NullMarked
package io.quanmin.wechat;

import org.jspecify.annotations.NullMarked;
