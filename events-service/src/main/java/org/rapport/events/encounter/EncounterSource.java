package org.rapport.events.encounter;

/** How an encounter became known. */
public enum EncounterSource {
    BADGE,
    ONE_TO_ONE,
    INTRODUCTION,
    SELF_REPORTED
}
