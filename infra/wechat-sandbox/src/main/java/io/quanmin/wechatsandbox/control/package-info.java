/** What a page or a demo client does with the stand-in over HTTP: everything under {@code /sandbox/api}. */
@NullMarked
package io.quanmin.wechatsandbox.control;

import org.jspecify.annotations.NullMarked;
