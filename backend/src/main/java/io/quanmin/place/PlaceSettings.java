package io.quanmin.place;

import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * Where the city's map data is, and who turns points into addresses. The default is the fictional demo city.
 *
 * @param divisions GeoJSON, WGS-84: features with {@code code}, {@code parent}, {@code level}, {@code name}; geometry optional
 * @param gridCells GeoJSON, WGS-84: polygons with {@code code}, {@code name}, {@code division}
 * @param landmarks GeoJSON, WGS-84: points with {@code name}, for addresses without a map service
 * @param tencent Tencent's reverse geocoder; used when it has a key
 * @param tianditu Tianditu's reverse geocoder; used when it has a key and Tencent's has none
 * @param timeout how long a map service may take before the gazetteer answers
 * @param cachedAddresses how many addresses of a map service are remembered, of points rounded to about 10 metres
 */
@Validated
@ConfigurationProperties("quanmin.place")
record PlaceSettings(
        @DefaultValue("classpath:place/demo/divisions.geojson")
        Resource divisions,

        @DefaultValue("classpath:place/demo/grid-cells.geojson")
        Resource gridCells,

        @DefaultValue("classpath:place/demo/landmarks.geojson")
        Resource landmarks,

        @DefaultValue Tencent tencent,
        @DefaultValue Tianditu tianditu,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("10000") @Positive int cachedAddresses) {

    /** @param secretKey signs the calls where the key demands it */
    record Tencent(
            @DefaultValue("https://apis.map.qq.com") URI endpoint,
            @Nullable String key,
            @Nullable String secretKey) {}

    record Tianditu(
            @DefaultValue("https://api.tianditu.gov.cn") URI endpoint,
            @Nullable String key) {}
}
