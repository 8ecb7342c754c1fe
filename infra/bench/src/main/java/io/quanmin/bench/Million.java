package io.quanmin.bench;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/**
 * A city after years: so many cases, half of them spread evenly over the district and half in a hundred crowded places; one in five is
 * open. The same seed makes the same city.
 */
final class Million {

    static final double WEST = 120.098;
    static final double EAST = 120.164;
    static final double SOUTH = 30.248;
    static final double NORTH = 30.291;

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int CHUNK = 100_000;

    private static final String FILL = """
            insert into casework.case_file (
                district, id, number, version, rules, type, stage, open, shown, dangerous, description, anonymous, screening,
                area, area_name, outside, address, longitude, latitude, reported_at, difficulty, mode)
            select '990102', gen_random_uuid(), 'bench-' || n, 5, 3,
                   (array['exposed-garbage', 'dirty-road', 'broken-street-lamp', 'damaged-road', 'illegal-stickers'])[1 + n % 5],
                   case when n % 5 = 0 then 'handling' else 'closed' end, n % 5 = 0, true, false,
                   (array['桂花路垃圾满溢没人清运', '路灯不亮晚上很黑', '人行道砖块松动', '墙上贴满小广告', '雨后积水一直不退'])[1 + n / 7 % 5],
                   false, 'PASSED', '99010200100' || (1 + n % 4), '桂花社区', false, '',
                   case when n % 2 = 0 then :west + (:east - :west) * random()
                        else :west + (:east - :west) * ((n / 2 % 10) + 0.5) / 10 + 0.0008 * (random() + random() - 1) end,
                   case when n % 2 = 0 then :south + (:north - :south) * random()
                        else :south + (:north - :south) * ((n / 20 % 10) + 0.5) / 10 + 0.0008 * (random() + random() - 1) end,
                   now() - (n % 1000) * interval '17 minutes', 'ORDINARY', 'LEVELS'
            from generate_series(:from, :until) n
            """;

    private final City city;

    Million(City city) {
        this.city = city;
    }

    void fill(int cases) {
        DatabaseClient database = city.bean(DatabaseClient.class);
        long filled = Flux.range(0, cases / CHUNK)
                .concatMap(chunk -> database.sql(FILL)
                        .bind("west", WEST)
                        .bind("east", EAST)
                        .bind("south", SOUTH)
                        .bind("north", NORTH)
                        .bind("from", chunk * CHUNK + 1)
                        .bind("until", (chunk + 1) * CHUNK)
                        .fetch()
                        .rowsUpdated()
                        .doOnNext(rows -> System.out.printf("%,d cases%n", (chunk + 1) * CHUNK)))
                .reduce(0L, Long::sum)
                .blockOptional(PATIENCE)
                .orElse(0L);
        if (filled != cases) {
            throw new IllegalStateException(filled + " cases instead of " + cases);
        }
        database.sql("vacuum analyze casework.case_file").then().block(PATIENCE);
    }

    /** Of the nearest twenty that a scan of everything finds around so many places, the share that the path's query finds too. */
    double recall(int places, long seed) {
        Random random = new Random(seed);
        DatabaseClient database = city.bean(DatabaseClient.class);
        int found = 0;
        int there = 0;
        for (int i = 0; i < places; i++) {
            double longitude = WEST + (EAST - WEST) * random.nextDouble();
            double latitude = SOUTH + (NORTH - SOUTH) * random.nextDouble();
            List<String> exact = ids(database, """
                    select id::text from casework.case_file
                    where shown and longitude is not null
                      and casework.metres(longitude, latitude, :longitude, :latitude) <= 1000
                    order by casework.metres(longitude, latitude, :longitude, :latitude), id limit 20
                    """, longitude, latitude);
            List<String> quick = ids(database, """
                    with candidate as materialized (
                        select id, casework.metres(longitude, latitude, :longitude, :latitude) as distance
                        from casework.case_file
                        where shown and place is not null and place <@ casework.around(:longitude, :latitude, 1000)
                        order by place <-> casework.plane(:longitude, :latitude)
                        limit 33)
                    select id::text from candidate where distance <= 1000 order by distance, id limit 20
                    """, longitude, latitude);
            there += exact.size();
            found += (int) exact.stream().filter(quick::contains).count();
        }
        return (double) found / there;
    }

    private static List<String> ids(DatabaseClient database, String sql, double longitude, double latitude) {
        return database.sql(sql)
                .bind("longitude", longitude)
                .bind("latitude", latitude)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
