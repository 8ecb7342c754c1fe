/** The front door: routes as WeChat names them, the envelope of errors, the call log by rid, quotas and injected faults. */
@NullMarked
package io.quanmin.wechatsandbox.http;

import org.jspecify.annotations.NullMarked;
