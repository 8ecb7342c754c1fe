@NullMarked
package io.quanmin.wechatsandbox.people;

import org.jspecify.annotations.NullMarked;
