/** The users: who they are to each account, their codes, session keys, visits, and which accounts they follow. */
@NullMarked
package io.quanmin.wechatsandbox.people;

import org.jspecify.annotations.NullMarked;
