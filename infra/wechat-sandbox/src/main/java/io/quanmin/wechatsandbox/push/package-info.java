/** Events pushed to an account's callback URL: plain or encrypted, JSON or XML, signed, repeated, and lost on request. */
@NullMarked
package io.quanmin.wechatsandbox.push;

import org.jspecify.annotations.NullMarked;
