/** Sessions of events. Depends on event. */
package org.rapport.events.session;
