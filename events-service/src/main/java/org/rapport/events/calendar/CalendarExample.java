package org.rapport.events.calendar;

/** A calendar for the documentation. */
final class CalendarExample {

    static final String TEXT = """
            BEGIN:VCALENDAR
            PRODID:-//Rapport//Events//EN
            VERSION:2.0
            CALSCALE:GREGORIAN
            BEGIN:VEVENT
            UID:event-0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e@rapport.dev
            DTSTAMP:20260110T090000Z
            SEQUENCE:3
            DTSTART:20260301T140000Z
            DTEND:20260301T220000Z
            SUMMARY:Evidence Lab: Lima 2026
            LOCATION:Lima\\, PE
            STATUS:CONFIRMED
            END:VEVENT
            END:VCALENDAR
            """;

    private CalendarExample() {}
}
