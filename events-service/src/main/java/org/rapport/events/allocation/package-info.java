/** Who is to be in which session: by an organiser's choice, or at random. Depends on event and session. */
package org.rapport.events.allocation;
