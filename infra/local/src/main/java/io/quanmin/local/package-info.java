/** Backend, embedded services, WeChat sandbox and a demo city in one process. */
@NullMarked
package io.quanmin.local;

import org.jspecify.annotations.NullMarked;
