/** Checks of text by a word list, and of media by really fetching it and pushing the verdict later. */
@NullMarked
package io.quanmin.wechatsandbox.screening;

import org.jspecify.annotations.NullMarked;
