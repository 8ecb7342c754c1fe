package io.quanmin.place;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.place.AreaIndex.Area;
import io.quanmin.place.Division.Level;
import io.quanmin.place.GeoJson.Feature;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;

/** The city's divisions and grid cells, read once at start and kept in memory; wrong data stops the start with one sentence. */
@Component
final class Atlas {

    private final Map<String, Division> divisions;
    private final AreaIndex<Division> areas;
    private final AreaIndex<GridCell> cells;

    Atlas(PlaceSettings settings, CitySettings city) {
        List<Feature> divisionFeatures = GeoJson.features(settings.divisions());
        this.divisions = divisions(divisionFeatures);
        require(divisions.containsKey(city.code()), "the city's code " + city.code() + " is not among the divisions");
        this.areas = new AreaIndex<>(areas(divisionFeatures), smallestFirst());
        this.cells =
                new AreaIndex<>(cells(GeoJson.features(settings.gridCells())), Comparator.comparing(GridCell::code));
    }

    Collection<Division> divisions() {
        return divisions.values();
    }

    Optional<Division> division(String code) {
        return Optional.ofNullable(divisions.get(code));
    }

    /** The grid cell around a WGS-84 point. */
    Optional<GridCell> cell(GeoPoint point) {
        return cells.at(point.longitude(), point.latitude());
    }

    /** The smallest division around a WGS-84 point. */
    Optional<Division> area(GeoPoint point) {
        return areas.at(point.longitude(), point.latitude());
    }

    /** A division and all above it, the city first. */
    List<Division> lineage(String code) {
        Deque<Division> line = new ArrayDeque<>();
        @Nullable Division next = divisions.get(code);
        while (next != null) {
            line.addFirst(next);
            next = next.parent() == null ? null : divisions.get(next.parent());
        }
        return List.copyOf(line);
    }

    private static Comparator<Division> smallestFirst() {
        return Comparator.comparing(Division::level).reversed().thenComparing(Division::code);
    }

    private static Map<String, Division> divisions(List<Feature> features) {
        Map<String, Division> byCode = new LinkedHashMap<>();
        for (Feature feature : features) {
            Division division = division(feature);
            require(byCode.put(division.code(), division) == null, "division " + division.code() + " is there twice");
        }
        byCode.values().forEach(division -> requireParent(division, byCode));
        return byCode;
    }

    private static Division division(Feature feature) {
        @Nullable Geometry shape = feature.geometry();
        require(shape != null, "division " + feature.text("code") + " has neither an area nor a point");
        return new Division(
                feature.text("code"),
                feature.optionalText("parent").orElse(null),
                Level.valueOf(feature.text("level")),
                feature.text("name"),
                centre(Objects.requireNonNull(shape)));
    }

    private static GeoPoint centre(Geometry shape) {
        Point centre = shape.getInteriorPoint();
        return new GeoPoint(centre.getX(), centre.getY(), Datum.WGS84);
    }

    private static void requireParent(Division division, Map<String, Division> byCode) {
        @Nullable String parent = division.parent();
        boolean top = division.level() == Level.CITY;
        require(
                top ? parent == null : parent != null && byCode.containsKey(parent),
                "division " + division.code() + " does not hang under a known one");
        require(
                top || belongs(division.code(), Objects.requireNonNull(byCode.get(parent))),
                "the code of division " + division.code() + " does not begin with its parent's");
    }

    private static boolean belongs(String code, Division parent) {
        String prefix = parent.level() == Level.CITY ? parent.code().substring(0, 4) : parent.code();
        return code.startsWith(prefix);
    }

    private static List<Area<Division>> areas(List<Feature> features) {
        return features.stream()
                .filter(feature ->
                        feature.geometry() != null && feature.geometry().getDimension() == 2)
                .map(feature -> new Area<>(division(feature), Objects.requireNonNull(feature.geometry())))
                .toList();
    }

    private List<Area<GridCell>> cells(List<Feature> features) {
        Set<String> seen = new HashSet<>();
        return features.stream().map(feature -> cell(feature, seen)).toList();
    }

    private Area<GridCell> cell(Feature feature, Set<String> seen) {
        GridCell cell = new GridCell(feature.text("code"), feature.text("name"), feature.text("division"));
        require(seen.add(cell.code()), "grid cell " + cell.code() + " is there twice");
        require(divisions.containsKey(cell.division()), "grid cell " + cell.code() + " names no known division");
        require(feature.geometry() != null, "grid cell " + cell.code() + " has no area");
        return new Area<>(cell, Objects.requireNonNull(feature.geometry()));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("The city's map data is wrong: " + otherwise + ".");
        }
    }
}
