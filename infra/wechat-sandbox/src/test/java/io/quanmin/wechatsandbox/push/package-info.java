@NullMarked
package io.quanmin.wechatsandbox.push;

import org.jspecify.annotations.NullMarked;
