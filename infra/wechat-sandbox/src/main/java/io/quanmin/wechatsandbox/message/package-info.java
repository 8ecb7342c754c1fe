/** Templates with typed fields, the ledger of one-time permissions, and the two kinds of messages sent with them. */
@NullMarked
package io.quanmin.wechatsandbox.message;

import org.jspecify.annotations.NullMarked;
