/** Who was at an event or in a session, and who did not come. Depends on event and session. */
package org.rapport.events.attendance;
