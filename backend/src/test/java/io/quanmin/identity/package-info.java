/** Tests of people, sessions, staff and of who may do what. */
@NullMarked
package io.quanmin.identity;

import org.jspecify.annotations.NullMarked;
