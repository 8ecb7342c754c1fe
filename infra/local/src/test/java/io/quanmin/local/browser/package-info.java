/** The journey as people make it: the pages under /m/ in a real browser, on real parts. */
@NullMarked
package io.quanmin.local.browser;

import org.jspecify.annotations.NullMarked;
