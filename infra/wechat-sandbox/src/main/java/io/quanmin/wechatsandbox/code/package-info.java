/** Codes to scan: those of the mini-program and the parametric ones of the service account. */
@NullMarked
package io.quanmin.wechatsandbox.code;

import org.jspecify.annotations.NullMarked;
