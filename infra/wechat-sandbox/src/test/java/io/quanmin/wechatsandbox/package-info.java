@NullMarked
package io.quanmin.wechatsandbox;

import org.jspecify.annotations.NullMarked;
