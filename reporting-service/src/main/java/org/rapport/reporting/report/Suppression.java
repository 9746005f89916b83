package org.rapport.reporting.report;

/** Whether this caller sees numbers of few people. */
public record Suppression(boolean applies, Integer below) {

    public static Suppression of(Disclosure disclosure) {
        return new Suppression(!disclosure.full(), disclosure.full() ? null : disclosure.below());
    }
}
