@NullMarked
package io.quanmin.wechatsandbox.message;

import org.jspecify.annotations.NullMarked;
