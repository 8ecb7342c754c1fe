package io.quanmin.rulebook;

import static io.quanmin.place.Division.Level.CITY;
import static io.quanmin.place.Division.Level.COMMUNITY;
import static io.quanmin.place.Division.Level.DISTRICT;
import static io.quanmin.place.Division.Level.STREET;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ResponsibilityTest {

    private static final String GUIHUA = "990102003002";

    @Test
    void aCommunityAndItsStreetAnswerForTheirOwnGround() {
        Rules rules = Books.present();
        ProblemType garbage = rules.type("exposed-garbage").orElseThrow();

        assertThat(rules.unit(garbage, GUIHUA, COMMUNITY)).hasValue("guihua-community");
        assertThat(rules.unit(garbage, GUIHUA, STREET)).hasValue("guihua-street");
        assertThat(rules.unit(garbage, GUIHUA, CITY)).hasValue("city-command");
    }

    @Test
    void aDistrictsUnitIsTheTypesOwnAlsoInOldVersions() {
        Rules rules = Books.present();

        assertThat(rules.types())
                .allSatisfy(
                        type -> assertThat(rules.unit(type, GUIHUA, DISTRICT)).hasValue(type.unit()));
        ProblemType old = Books.first().type("burst-pipe").orElseThrow();
        assertThat(Books.first().unit(old, GUIHUA, DISTRICT)).hasValue("water");
        assertThat(Books.first().unit(old, GUIHUA, COMMUNITY)).isEmpty();
    }

    @Test
    void aRowForTheTypeHoldsBeforeOneForThePlaceAndTheLongerPlaceBeforeTheShorter() {
        Rules rules = Books.withRows(
                new Responsibility.Row("*", GUIHUA, STREET, "by-place"),
                new Responsibility.Row("dirty-water", "*", STREET, "by-type"),
                new Responsibility.Row("dirty-water", "990102", STREET, "by-both"),
                new Responsibility.Row("*", "990102", STREET, "by-district"));

        assertThat(rules.unit(rules.type("dirty-water").orElseThrow(), GUIHUA, STREET))
                .hasValue("by-both");
        assertThat(rules.unit(rules.type("dirty-water").orElseThrow(), "990103001", STREET))
                .hasValue("by-type");
        assertThat(rules.unit(rules.type("dirty-road").orElseThrow(), GUIHUA, STREET))
                .hasValue("by-place");
        assertThat(rules.unit(rules.type("dirty-road").orElseThrow(), "990102001001", STREET))
                .hasValue("by-district");
    }
}
