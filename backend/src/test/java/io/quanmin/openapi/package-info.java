/** The whole HTTP surface at once: the OpenAPI document, and what hostile callers get. */
@NullMarked
package io.quanmin.openapi;

import org.jspecify.annotations.NullMarked;
