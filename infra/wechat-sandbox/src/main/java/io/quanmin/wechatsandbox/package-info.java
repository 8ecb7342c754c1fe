/** A stand-in for WeChat's servers: the same paths, fields, limits and faults, on this machine. */
@NullMarked
package io.quanmin.wechatsandbox;

import org.jspecify.annotations.NullMarked;
