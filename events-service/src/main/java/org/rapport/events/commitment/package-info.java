/** What participants promised at the close of an event. Depends on event. */
package org.rapport.events.commitment;
