package io.quanmin.casework;

import static io.quanmin.casework.CaseTable.key;
import static io.quanmin.casework.CaseTable.standing;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.rulebook.FlowTable;
import io.r2dbc.spi.Parameter;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Files new cases. */
@Component
class FilingTable {

    private static final String FILE = """
            with claimed as (
                insert into casework.command (district, person, key, body, case_id, at)
                values (:commandDistrict, :person, :key, :body, :caseId, :reportedAt)
                on conflict do nothing
                returning 1),
            filed as (
                insert into casework.case_file (
                    district, id, number, version, rules, type, stage, open, shown, dangerous, description, anonymous,
                    hidden_from_handlers, screening,
                    area, area_name, outside, address, longitude, latitude, given_longitude, given_latitude, given_datum, accuracy,
                    reporter, reported_at, due_at, alarm_at, difficulty, mode, level, unit, holder_person)
                select
                    :district, :id, :number, :version, :rules, :type, :stage, :open, :shown, :dangerous, :description, :anonymous, :hidden,
                    :screening, :area, :areaName, :outside, :address, :longitude, :latitude, :givenLongitude, :givenLatitude,
                    :givenDatum, :accuracy, :reporter, :reportedAt, :dueAt, :alarmAt, :difficulty, :mode, :level, :unit, :holder
                from claimed),
            stepped as (
                insert into casework.step (
                    district, case_id, version, name, from_stage, to_stage, at, by_person, capacity, type, difficulty, mode, level,
                    unit, holder_person, due_at)
                select :district, :id, :version, :stepName, :fromStage, :stage, :reportedAt, :writer, :capacity, :type,
                    :difficulty, :mode, :level, :unit, :holder, :dueAt
                from claimed),
            pictured as (
                insert into casework.photo (district, case_id, photo, version, ordinal, kind)
                select :district, :id, photo, :version, ordinal, kind
                from claimed, unnest(:photos, :photoKinds) with ordinality as given (photo, kind, ordinal))
            select count(*) from claimed
            """;

    private final DatabaseClient database;

    FilingTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Files a new case with its first step and its photos, once per command, in one statement. The same command at the same moment
     * waits here until the first has committed.
     *
     * @return whether the command is new; otherwise nothing was written
     */
    Mono<Boolean> file(Command command, CaseFile file, FlowTable.Stage stage, TakenStep step, List<Brought> brought) {
        GenericExecuteSpec filing = database.sql(FILE)
                .bind("number", file.number())
                .bind("commandDistrict", command.person().district())
                .bind("person", command.person().toString())
                .bind("key", command.key())
                .bind("body", command.digest())
                .bind("caseId", file.id().toString())
                .bind("stepName", step.name())
                .bind("fromStage", step.from())
                .bind("capacity", step.capacity())
                .bind("writer", maybe(step.by()))
                .bind("photos", photos(brought))
                .bind("photoKinds", kinds(brought));
        return origin(standing(key(filing, file.id()), file.now(), stage), file.origin())
                .mapValue(Long.class)
                .one()
                .map(claimed -> claimed == 1);
    }

    private static String[] photos(List<Brought> brought) {
        return brought.stream()
                .flatMap(each -> each.photos().stream())
                .map(Id::toString)
                .toArray(String[]::new);
    }

    private static String[] kinds(List<Brought> brought) {
        return brought.stream()
                .flatMap(each ->
                        Collections.nCopies(each.photos().size(), each.kind().name()).stream())
                .toArray(String[]::new);
    }

    private static GenericExecuteSpec origin(GenericExecuteSpec statement, Origin origin) {
        GenericExecuteSpec placed = place(statement, origin.place());
        return placed.bind("rules", origin.rules())
                .bind("anonymous", origin.anonymous())
                .bind("hidden", origin.hidden())
                .bind("reporter", maybe(origin.reporter()))
                .bind("reportedAt", origin.at());
    }

    private static GenericExecuteSpec place(GenericExecuteSpec statement, CasePlace place) {
        GeoPoint given = place.given();
        return statement
                .bind("area", place.area())
                .bind("areaName", place.areaName())
                .bind("outside", place.outside())
                .bind("address", place.address())
                .bind("longitude", longitude(place.point()))
                .bind("latitude", latitude(place.point()))
                .bind("givenLongitude", longitude(given))
                .bind("givenLatitude", latitude(given))
                .bind("givenDatum", maybe(given == null ? null : given.datum().name(), String.class))
                .bind("accuracy", maybe(place.accuracy(), Double.class));
    }

    private static Parameter longitude(@Nullable GeoPoint point) {
        return maybe(point == null ? null : point.longitude(), Double.class);
    }

    private static Parameter latitude(@Nullable GeoPoint point) {
        return maybe(point == null ? null : point.latitude(), Double.class);
    }
}
