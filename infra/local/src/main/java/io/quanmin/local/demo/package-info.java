/** The fictional city that a first start on this machine is filled with. Never part of a city's own installation. */
@NullMarked
package io.quanmin.local.demo;

import org.jspecify.annotations.NullMarked;
