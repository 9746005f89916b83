/** Who met whom at an event. Depends on event. */
package org.rapport.events.encounter;
