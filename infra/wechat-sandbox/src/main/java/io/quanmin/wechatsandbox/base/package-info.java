/** What every part of the stand-in shares: the virtual clock, the accounts, seeded chance, refusals and JSON. */
@NullMarked
package io.quanmin.wechatsandbox.base;

import org.jspecify.annotations.NullMarked;
