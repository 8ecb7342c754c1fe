package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who met the same problem: follows a case because of it, or reported it too. */
@Component
class SupporterTable {

    /** More than this are not told one by one; a case that concerns so many is an article's matter. */
    private static final int TOLD = 5_000;

    private final DatabaseClient database;

    SupporterTable(DatabaseClient database) {
        this.database = database;
    }

    /** Adds somebody; again is the same. */
    Mono<Void> add(Id caseId, Id person, Instant at) {
        return bound("""
                        insert into casework.supporter (district, case_id, person, at) values (:district, :caseId, :person, :at)
                        on conflict do nothing
                        """, caseId, person).bind("at", at).then();
    }

    /** Takes somebody away from a case and from those merged into it: to them it is one. */
    Mono<Void> remove(Id caseId, Id person) {
        return bound("""
                        delete from casework.supporter
                        where person = :person and (district, case_id) in (
                            select :district::char(6), :caseId::uuid
                            union all
                            select district, id from casework.case_file where merged_into = :target)
                        """, caseId, person).bind("target", caseId.toString()).then();
    }

    private GenericExecuteSpec bound(String sql, Id caseId, Id person) {
        return database.sql(sql)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("person", person.toString());
    }

    /** Who reported a problem: the case's own report and those merged into it, the oldest first. */
    Flux<CaseEvent.Closed.Reported> reports(Id caseId, int most) {
        return database.sql("""
                        select district, id, reporter from casework.case_file
                        where (district = :district and id = :id or merged_into = :target) and reporter is not null
                        order by reported_at, id limit :most
                        """)
                .bind("district", caseId.district())
                .bind("id", caseId.value())
                .bind("target", caseId.toString())
                .bind("most", most)
                .map(row -> new CaseEvent.Closed.Reported(
                        new Id(get(row, "district", String.class), get(row, "id", UUID.class)),
                        Id.parse(get(row, "reporter", String.class))))
                .all();
    }

    /** Whether somebody supports the case or one merged into it, or reported one of those. */
    Mono<Boolean> follows(Id caseId, Id person) {
        return of(caseId, """
                        select exists (select from every where person = :person)
                            or exists (select from casework.case_file where merged_into = :target and reporter = :person)
                        """)
                .bind("person", person.toString())
                .mapValue(Boolean.class)
                .one();
    }

    /** How many met the same problem: who follows it, and who reported it in a case of their own; and whether somebody is a follower. */
    Mono<Support> support(Id caseId, String person) {
        return of(caseId, """
                        select (select count(*) from (
                                   select person from every
                                   union
                                   select reporter from casework.case_file where merged_into = :target and reporter is not null
                                   except
                                   select reporter from casework.case_file where district = :district and id = :caseId) met) as many,
                               exists (select from every where person = :person) as mine
                        """)
                .bind("person", person)
                .map(row -> new Support(get(row, "many", Long.class), get(row, "mine", Boolean.class)))
                .one();
    }

    /** Those to be told, who came first first. */
    Flux<Id> of(Id caseId) {
        return of(caseId, "select person from every group by person order by min(at), person limit :most")
                .bind("most", TOLD)
                .map(row -> Id.parse(get(row, "person", String.class)))
                .all();
    }

    /** Who supports the case or one merged into it: a merge takes nobody's interest away, and undoing it gives it back. */
    private GenericExecuteSpec of(Id caseId, String wanted) {
        return database.sql("""
                        with every as (
                            select person, at from casework.supporter where district = :district and case_id = :caseId
                            union all
                            select supporter.person, supporter.at
                            from casework.case_file merged
                            join casework.supporter supporter
                              on supporter.district = merged.district and supporter.case_id = merged.id
                            where merged.merged_into = :target)
                        """ + wanted)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("target", caseId.toString());
    }
}
