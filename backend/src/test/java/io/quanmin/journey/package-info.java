/** The main job through the web, with every part real and WeChat's stand-in at the other end. */
@NullMarked
package io.quanmin.journey;

import org.jspecify.annotations.NullMarked;
