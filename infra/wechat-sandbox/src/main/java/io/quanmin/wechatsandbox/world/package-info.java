/** Everything a stand-in remembers, and what a user does in it. */
@NullMarked
package io.quanmin.wechatsandbox.world;

import org.jspecify.annotations.NullMarked;
