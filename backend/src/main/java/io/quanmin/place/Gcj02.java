package io.quanmin.place;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;

/**
 * Converts between WGS-84 and GCJ-02, the shifted datum of maps sold in China, by the public formulae. Not for survey: the
 * state's own tables are not public. Outside China both are the same.
 */
final class Gcj02 {

    /** Krasovsky 1940, the ellipsoid of the formulae: metres, and the square of its eccentricity. */
    private static final double AXIS = 6378245.0;

    private static final double ECCENTRICITY = 0.00669342162296594323;

    /** Each round divides the error by about 200: plain subtraction errs up to 4.2 m, three rounds 0.15 mm. */
    private static final int ROUNDS = 3;

    private Gcj02() {}

    static GeoPoint toGcj02(GeoPoint point) {
        return switch (point.datum()) {
            case GCJ02 -> point;
            case WGS84 -> {
                double[] shift = shift(point.longitude(), point.latitude());
                yield new GeoPoint(point.longitude() + shift[0], point.latitude() + shift[1], Datum.GCJ02);
            }
        };
    }

    static GeoPoint toWgs84(GeoPoint point) {
        if (point.datum() == Datum.WGS84) {
            return point;
        }
        double longitude = point.longitude();
        double latitude = point.latitude();
        for (int round = 0; round < ROUNDS; round++) {
            double[] shift = shift(longitude, latitude);
            longitude = point.longitude() - shift[0];
            latitude = point.latitude() - shift[1];
        }
        return new GeoPoint(longitude, latitude, Datum.WGS84);
    }

    private static boolean inChina(double longitude, double latitude) {
        return longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271;
    }

    /** By how many degrees GCJ-02 lies east and north of a WGS-84 point. */
    private static double[] shift(double longitude, double latitude) {
        if (!inChina(longitude, latitude)) {
            return new double[2];
        }
        double sine = sin(toRadians(latitude));
        double m = 1 - ECCENTRICITY * sine * sine;
        double meridian = AXIS * (1 - ECCENTRICITY) / (m * sqrt(m));
        double parallel = AXIS / sqrt(m) * cos(toRadians(latitude));
        double east = metresEast(longitude - 105, latitude - 35);
        double north = metresNorth(longitude - 105, latitude - 35);
        return new double[] {Math.toDegrees(east / parallel), Math.toDegrees(north / meridian)};
    }

    private static double metresNorth(double x, double y) {
        double smooth = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x));
        return smooth
                + ripple(x)
                + (20 * sin(y * PI) + 40 * sin(y / 3 * PI)) * 2 / 3
                + (160 * sin(y / 12 * PI) + 320 * sin(y * PI / 30)) * 2 / 3;
    }

    private static double metresEast(double x, double y) {
        double smooth = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x));
        return smooth
                + ripple(x)
                + (20 * sin(x * PI) + 40 * sin(x / 3 * PI)) * 2 / 3
                + (150 * sin(x / 12 * PI) + 300 * sin(x / 30 * PI)) * 2 / 3;
    }

    private static double ripple(double x) {
        return (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * 2 / 3;
    }
}
