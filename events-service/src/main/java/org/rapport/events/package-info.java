/** From a programme to who was in which room with whom. People are ids here, and nothing else. */
package org.rapport.events;
