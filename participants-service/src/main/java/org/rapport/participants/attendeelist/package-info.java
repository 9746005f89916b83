/**
 * Attendee lists as other products export them: who is on them becomes a participant here, and what they say of registrations
 * and check-ins is handed on to events-service. Depends on participant.
 */
package org.rapport.participants.attendeelist;
