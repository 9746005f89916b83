/** What people put into their calendars (RFC 5545). Depends on event, programme and registration. */
package org.rapport.events.calendar;
