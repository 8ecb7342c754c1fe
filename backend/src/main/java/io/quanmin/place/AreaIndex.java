package io.quanmin.place;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds the area a point lies in. A point on a border belongs to all areas that share it; the one that comes first in the
 * given order has it, so that every point has one area. Read-only after it is made, and safe for many threads.
 */
final class AreaIndex<T> {

    private final STRtree tree = new STRtree();
    private final Comparator<T> order;

    AreaIndex(List<Area<T>> areas, Comparator<T> order) {
        this.order = order;
        areas.forEach(area -> tree.insert(area.shape().getEnvelopeInternal(), new Indexed<>(area)));
        tree.build();
    }

    record Area<T>(T what, Geometry shape) {}

    @SuppressWarnings("unchecked") // STRtree is older than generics; only Indexed<T> was put in.
    Optional<T> at(double longitude, double latitude) {
        Coordinate point = new Coordinate(longitude, latitude);
        List<Indexed<T>> near = tree.query(new Envelope(point));
        return near.stream()
                .filter(area -> area.holds(point))
                .map(Indexed::what)
                .min(order);
    }

    private record Indexed<T>(T what, PointOnGeometryLocator inside) {

        Indexed(Area<T> area) {
            this(area.what(), new IndexedPointInAreaLocator(area.shape()));
        }

        boolean holds(Coordinate point) {
            return inside.locate(point) != Location.EXTERIOR;
        }
    }
}
