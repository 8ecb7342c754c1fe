@NullMarked
package io.quanmin.wechatsandbox.base;

import org.jspecify.annotations.NullMarked;
