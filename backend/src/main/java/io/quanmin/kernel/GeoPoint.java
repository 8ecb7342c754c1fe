package io.quanmin.kernel;

/**
 * A place on earth that says which datum it is in. Conversion belongs to {@code place}.
 *
 * @param longitude degrees east, -180 to 180
 * @param latitude degrees north, -90 to 90
 */
public record GeoPoint(double longitude, double latitude, Datum datum) {

    public GeoPoint {
        if (!onEarth(longitude, latitude)) {
            throw new IllegalArgumentException("Not on earth");
        }
    }

    /** Whether such coordinates exist; false for what is not a number. */
    public static boolean onEarth(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }
}
