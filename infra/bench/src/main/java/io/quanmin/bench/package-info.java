/**
 * Measures a path of the service against its limit: the same work done by the barest means on the same machine, in the same run. Only
 * the ratio means anything.
 */
@NullMarked
package io.quanmin.bench;

import org.jspecify.annotations.NullMarked;
