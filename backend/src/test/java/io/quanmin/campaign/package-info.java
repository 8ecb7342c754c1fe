@NullMarked
package io.quanmin.campaign;

import org.jspecify.annotations.NullMarked;
