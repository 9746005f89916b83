/** Who met whom at an event, told one by one or from contacts between badges. Depends on event. */
package org.rapport.events.encounter;
