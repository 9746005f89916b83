/** Registrations for events. Depends on event. */
package org.rapport.events.registration;
