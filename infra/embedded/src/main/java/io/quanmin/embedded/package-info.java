/** PostgreSQL, Redis and an S3 store on this machine, started where no address is configured for them. */
@NullMarked
package io.quanmin.embedded;

import org.jspecify.annotations.NullMarked;
