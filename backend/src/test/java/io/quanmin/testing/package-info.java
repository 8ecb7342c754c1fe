/** What tests of all modules share. */
@NullMarked
package io.quanmin.testing;

import org.jspecify.annotations.NullMarked;
