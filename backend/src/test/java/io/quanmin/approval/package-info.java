@NullMarked
package io.quanmin.approval;

import org.jspecify.annotations.NullMarked;
