package io.quanmin.place;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the part of GeoJSON (RFC 7946) that maps of a city are made of: points, polygons and several of them. */
final class GeoJson {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private GeoJson() {}

    /** @param geometry degrees east and north, WGS-84; absent where the file says null */
    record Feature(JsonNode properties, @Nullable Geometry geometry) {

        String text(String property) {
            return optionalText(property)
                    .orElseThrow(() -> new IllegalArgumentException("a feature lacks '" + property + "'"));
        }

        Optional<String> optionalText(String property) {
            return properties.path(property).asStringOpt();
        }
    }

    /** All features of a file; refuses to start the service with a file that is not one. */
    static List<Feature> features(Resource file) {
        try (InputStream in = file.getInputStream()) {
            JsonNode features = JsonMapper.shared().readTree(in).path("features");
            return StreamSupport.stream(features.spliterator(), false)
                    .map(GeoJson::feature)
                    .toList();
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException(
                    "The map file " + file.getDescription() + " cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static Feature feature(JsonNode node) {
        JsonNode geometry = node.path("geometry");
        return new Feature(node.path("properties"), geometry.isObject() ? valid(geometry(geometry)) : null);
    }

    private static Geometry geometry(JsonNode node) {
        JsonNode coordinates = node.path("coordinates");
        return switch (node.path("type").asString()) {
            case "Point" -> SHAPES.createPoint(coordinate(coordinates));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                SHAPES.createMultiPolygon(
                        stream(coordinates).map(GeoJson::polygon).toArray(Polygon[]::new));
            default -> throw new IllegalArgumentException("only Point, Polygon and MultiPolygon are understood");
        };
    }

    private static Polygon polygon(JsonNode rings) {
        LinearRing[] read = stream(rings).map(GeoJson::ring).toArray(LinearRing[]::new);
        LinearRing[] holes = java.util.Arrays.copyOfRange(read, 1, read.length);
        return SHAPES.createPolygon(read[0], holes);
    }

    private static LinearRing ring(JsonNode points) {
        return SHAPES.createLinearRing(stream(points).map(GeoJson::coordinate).toArray(Coordinate[]::new));
    }

    private static Coordinate coordinate(JsonNode pair) {
        return new Coordinate(pair.required(0).doubleValue(), pair.required(1).doubleValue());
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Geometry valid(Geometry geometry) {
        if (!geometry.isValid()) {
            throw new IllegalArgumentException("a polygon crosses itself near " + geometry.getCoordinate());
        }
        return geometry;
    }
}
