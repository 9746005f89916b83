/** Who was at an event or in a session. Depends on event and session. */
package org.rapport.events.attendance;
