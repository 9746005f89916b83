/** Registrations for events, and who gets the places. Depends on event. */
package org.rapport.events.registration;
