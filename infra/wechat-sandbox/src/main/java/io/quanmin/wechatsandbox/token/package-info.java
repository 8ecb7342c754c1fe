/** Access tokens of the two kinds that know nothing of each other. */
@NullMarked
package io.quanmin.wechatsandbox.token;

import org.jspecify.annotations.NullMarked;
