/** Programmes. Depends on no other feature. */
package org.rapport.events.programme;
