package io.quanmin.casework;

import io.quanmin.kernel.GeoPoint;

/** Distances on the earth taken as a sphere; good to half a percent, as {@code casework.metres} in SQL. */
final class Sphere {

    private static final double RADIUS_METRES = 6_371_008.8;

    private Sphere() {}

    /** Metres between two points of one datum. */
    static double metres(GeoPoint one, GeoPoint other) {
        double north = Math.toRadians(other.latitude() - one.latitude());
        double east = Math.toRadians(other.longitude() - one.longitude());
        double chord = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * square(Math.sin(east / 2));
        return 2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    private static double square(double value) {
        return value * value;
    }
}
