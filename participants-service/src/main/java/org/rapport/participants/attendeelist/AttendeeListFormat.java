package org.rapport.participants.attendeelist;

import java.util.Locale;

/** The products whose lists are known. */
enum AttendeeListFormat {
    PRETIX,
    INDICO,
    EVENTBRITE;

    private final Layout layout = Layout.read("/attendee-lists/" + source() + ".json");

    Layout layout() {
        return layout;
    }

    /** Where the keys of such a list come from. */
    String source() {
        return name().toLowerCase(Locale.ROOT);
    }
}
