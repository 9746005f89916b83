/** What participants can give to others. Depends on participant and topic. */
package org.rapport.participants.offer;
