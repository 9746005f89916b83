/** Domain events of other services into this one's tables: the effect and the position in one transaction. */
package org.rapport.kit.consuming;
