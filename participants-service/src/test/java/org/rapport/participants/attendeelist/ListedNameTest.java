package org.rapport.participants.attendeelist;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rosa Quispe | Rosa | Quispe",
                "Ana María Flores | Ana María | Flores",
                "Quispe Mamani, Rosa | Rosa | Quispe Mamani",
                "Inti | | Inti",
                "Inti, | | Inti"
            })
    void aWholeNameHasTheFamilyNameLastOrBeforeAComma(String whole, String given, String family) {
        assertThat(ListedName.of(whole), equalTo(new ListedName(given, family)));
    }

    @Test
    void whoeverIsNotNamedMayBeAnybody() {
        ListedName rosa = new ListedName("Rosa", "Quispe");
        assertThat(rosa.mayBe(new ListedName("ROSA", "quispe")), is(true));
        assertThat(rosa.mayBe(ListedName.of(null)), is(true));
        assertThat(rosa.mayBe(new ListedName("Ana", "Quispe")), is(false));
    }
}
